package io.dabbawala.reconciler.plan;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.dabbawala.reconciler.hook.HookRole;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The objects of a desired state as they are applied: in their namespace, with the annotation that
 * says whose they are.
 */
public final class DeclaredObjects {

    private static final String CRD = "CustomResourceDefinition";

    private final String application;
    private final String destination;
    private final KindScopes scopes;
    private final Map<String, Boolean> declaredScopes = new HashMap<>();

    private DeclaredObjects(String application, String destination, KindScopes scopes) {
        this.application = application;
        this.destination = destination;
        this.scopes = scopes;
    }

    /**
     * What belongs to the state: hooks are left out, they belong to a moment.
     *
     * @throws IllegalArgumentException if the manifests are no JSON array of objects
     */
    public static List<Manifest> of(DesiredState state, KindScopes scopes) {
        return withHooks(state, scopes).stream()
                .filter(one -> HookRole.of(one.content()) instanceof HookRole.Plain)
                .toList();
    }

    /**
     * All of it.
     *
     * @throws IllegalArgumentException if the manifests are no JSON array of objects
     */
    public static List<Manifest> withHooks(DesiredState state, KindScopes scopes) {
        return withHooks(
                state.application(),
                state.destination().namespace(),
                Json.objects(state.manifests()),
                scopes);
    }

    /**
     * All of it; of two for the same object the later.
     *
     * @param application {@code namespace/name}; empty: no object says whose it is
     */
    public static List<Manifest> withHooks(
            String application,
            String destination,
            List<Map<String, Object>> contents,
            KindScopes scopes) {
        var objects = new DeclaredObjects(application, destination, scopes);
        contents.stream().filter(one -> Tree.text(one, "kind").equals(CRD)).forEach(objects::learn);
        var manifests = new LinkedHashMap<Object, Manifest>();
        contents.stream()
                .map(objects::placed)
                .forEach(one -> manifests.put(one.ref().name().isEmpty() ? one : one.ref(), one));
        return List.copyOf(manifests.values());
    }

    private void learn(Map<String, Object> definition) {
        declaredScopes.put(
                Tree.text(definition, "spec", "group")
                        + "/"
                        + Tree.text(definition, "spec", "names", "kind"),
                Tree.text(definition, "spec", "scope").equals("Namespaced"));
    }

    private Manifest placed(Map<String, Object> content) {
        var declared = Tree.refOf(content);
        var ref = declared.in(namespaceOf(declared));
        var metadata = new LinkedHashMap<>(Tree.map(content, "metadata"));
        metadata.remove("namespace");
        metadata.remove("creationTimestamp");
        if (!ref.namespace().isEmpty()) {
            metadata.put("namespace", ref.namespace());
        }
        if (!ref.kind().equals(CRD) && !application.isEmpty()) {
            var annotations = new LinkedHashMap<>(Tree.map(metadata, "annotations"));
            annotations.put(Tracking.ANNOTATION, Tracking.idOf(application, ref, destination));
            metadata.put("annotations", annotations);
        }
        var placed = new LinkedHashMap<>(content);
        placed.put("metadata", metadata);
        placed.remove("status");
        if (ref.isOfKind("", "Secret")) {
            encode(placed);
        }
        return new Manifest(ref, placed);
    }

    private String namespaceOf(ObjectRef ref) {
        var namespace = ref.namespace().isEmpty() ? destination : ref.namespace();
        return switch (scopes.scopeOf(ref)) {
            case NAMESPACED -> namespace;
            case CLUSTER -> "";
            case UNKNOWN ->
                    declaredScopes.getOrDefault(ref.group() + "/" + ref.kind(), true)
                            ? namespace
                            : "";
        };
    }

    /** As the API server would: it keeps data only. */
    private static void encode(Map<String, Object> secret) {
        var texts = Tree.map(secret, "stringData");
        if (secret.remove("stringData") == null) {
            return;
        }
        var data = new LinkedHashMap<>(Tree.map(secret, "data"));
        texts.forEach(
                (key, text) ->
                        data.put(
                                key,
                                Base64.getEncoder()
                                        .encodeToString(String.valueOf(text).getBytes(UTF_8))));
        secret.put("data", data);
    }
}
