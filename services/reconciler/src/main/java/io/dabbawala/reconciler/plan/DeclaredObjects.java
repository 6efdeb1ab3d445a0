package io.dabbawala.reconciler.plan;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.dabbawala.reconciler.application.ArgoSettings;
import io.dabbawala.reconciler.application.DesiredState;
import io.dabbawala.reconciler.cluster.KindScopes;
import io.dabbawala.reconciler.object.Json;
import io.dabbawala.reconciler.object.Manifest;
import io.dabbawala.reconciler.object.ObjectRef;
import io.dabbawala.reconciler.object.Tree;
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
    private final ArgoSettings settings;
    private final Map<String, Boolean> declaredScopes = new HashMap<>();

    private DeclaredObjects(
            String application, String destination, KindScopes scopes, ArgoSettings settings) {
        this.application = application;
        this.destination = destination;
        this.scopes = scopes;
        this.settings = settings;
    }

    /**
     * What belongs to the state: hooks are left out, they belong to a moment.
     *
     * @throws IllegalArgumentException if the manifests are no JSON array of objects
     */
    static List<Manifest> of(DesiredState state, KindScopes scopes, ArgoSettings settings) {
        var hooks = state.hooks();
        return withHooks(state, scopes, settings).stream()
                .filter(one -> hooks.isPlain(one.content()))
                .toList();
    }

    /**
     * All of it.
     *
     * @throws IllegalArgumentException if the manifests are no JSON array of objects
     */
    static List<Manifest> withHooks(DesiredState state, KindScopes scopes, ArgoSettings settings) {
        var destination = state.destination().namespace();
        return new DeclaredObjects(state.application(), destination, scopes, settings)
                .all(Json.objects(state.manifests()));
    }

    /** All of it, and no object says whose it is. */
    public static List<Manifest> withHooks(
            String destination,
            List<Map<String, Object>> contents,
            KindScopes scopes,
            ArgoSettings settings) {
        return new DeclaredObjects("", destination, scopes, settings).all(contents);
    }

    /** Of two for the same object the later. */
    private List<Manifest> all(List<Map<String, Object>> contents) {
        contents.stream().filter(one -> Tree.text(one, "kind").equals(CRD)).forEach(this::learn);
        var manifests = new LinkedHashMap<Object, Manifest>();
        contents.stream()
                .map(this::placed)
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
        var isMarked = !ref.kind().equals(CRD) && !application.isEmpty();
        var placed = new LinkedHashMap<>(content);
        placed.put(
                "metadata",
                isMarked
                        ? settings.tracking().mark(metadata, application, ref, destination)
                        : metadata);
        if (settings.notCompared().hasStatusOf(ref)) {
            placed.remove("status");
        }
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
