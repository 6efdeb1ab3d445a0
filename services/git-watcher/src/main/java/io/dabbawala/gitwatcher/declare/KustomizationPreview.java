package io.dabbawala.gitwatcher.declare;

import com.fasterxml.jackson.databind.JsonNode;
import io.dabbawala.gitwatcher.declare.application.Declaration;
import io.dabbawala.gitwatcher.declare.application.FluxKustomization;
import io.dabbawala.gitwatcher.declare.application.FluxTarget;
import io.dabbawala.gitwatcher.render.CanonicalJson;
import io.dabbawala.gitwatcher.render.Manifest;
import java.util.Optional;

/**
 * A Flux Kustomization in the words of an application, without a service that watches it.
 *
 * @param key {@code namespace/name}; empty if it has no name
 * @param spec as JSON, with what becomes of its objects once it is deleted
 */
public record KustomizationPreview(String key, String spec) {

    /** Empty if the document is none. */
    public static Optional<KustomizationPreview> of(JsonNode document) {
        var manifest = new Manifest(document, "", 0);
        var namespace = Declaration.usualNamespace(manifest.group());
        return Optional.of(Declaration.of(manifest, namespace, "", ""))
                .filter(FluxKustomization::isDeclaredBy)
                .map(KustomizationPreview::of);
    }

    private static KustomizationPreview of(Declaration declared) {
        var target =
                new FluxTarget(
                        CanonicalJson.parse(declared.json()).path("spec"), declared.namespace());
        return new KustomizationPreview(
                declared.name().isEmpty() ? "" : declared.namespace() + "/" + declared.name(),
                target.target().withdrawn(target.deletion()).spec());
    }
}
