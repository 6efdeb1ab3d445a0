package io.dabbawala.gitwatcher.declare;

import io.dabbawala.gitwatcher.render.CanonicalJson;
import io.dabbawala.gitwatcher.render.Manifest;

/** One declared object, and where in Git it stands. */
public record Declaration(
        String apiVersion,
        String kind,
        String namespace,
        String name,
        String json,
        String repository,
        String revision,
        String path) {

    static final String ARGO_NAMESPACE = "argocd";

    static Declaration of(
            Manifest manifest, String defaultNamespace, String repository, String revision) {
        return new Declaration(
                manifest.apiVersion(),
                manifest.kind(),
                manifest.namespace().isEmpty() ? defaultNamespace : manifest.namespace(),
                manifest.name(),
                CanonicalJson.of(manifest.value()),
                repository,
                revision,
                manifest.file());
    }

    public String key() {
        return String.join("/", kind, namespace, name);
    }

    /** Whether it says the same at the same place, at whatever revision. */
    boolean says(Declaration other) {
        return json.equals(other.json)
                && repository.equals(other.repository)
                && path.equals(other.path);
    }
}
