package io.dabbawala.reconciler.plan;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The objects of a desired state as they are applied: in their namespace, with the annotation that
 * says whose they are. Hooks are left out: they belong to a moment, not to a state.
 */
public final class DeclaredObjects {

    private static final List<String> HOOKS = List.of("argocd.argoproj.io/hook", "helm.sh/hook");
    private static final String CRD = "CustomResourceDefinition";

    private final DesiredState state;
    private final KindScopes scopes;
    private final Map<String, Boolean> declaredScopes = new HashMap<>();

    private DeclaredObjects(DesiredState state, KindScopes scopes) {
        this.state = state;
        this.scopes = scopes;
    }

    /**
     * @throws IllegalArgumentException if the manifests are no JSON array of objects
     */
    public static List<Manifest> of(DesiredState state, KindScopes scopes) {
        return new DeclaredObjects(state, scopes).manifests();
    }

    private List<Manifest> manifests() {
        var contents =
                Json.objects(state.manifests()).stream().filter(one -> !isHook(one)).toList();
        contents.stream().filter(one -> Tree.text(one, "kind").equals(CRD)).forEach(this::learn);
        var manifests = new LinkedHashMap<ObjectRef, Manifest>();
        contents.stream().map(this::placed).forEach(one -> manifests.put(one.ref(), one));
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
        if (!ref.kind().equals(CRD)) {
            var annotations = new LinkedHashMap<>(Tree.map(metadata, "annotations"));
            annotations.put(
                    Tracking.ANNOTATION,
                    Tracking.idOf(state.application(), ref, state.destination().namespace()));
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
        var namespace =
                ref.namespace().isEmpty() ? state.destination().namespace() : ref.namespace();
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

    private static boolean isHook(Map<String, Object> content) {
        return HOOKS.stream()
                .anyMatch(hook -> Tree.at(content, "metadata", "annotations", hook).isPresent());
    }
}
