package io.dabbawala.gitwatcher.declare.application;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dabbawala.gitwatcher.generate.ApplicationSet;
import io.dabbawala.gitwatcher.generate.WatchedForges;
import io.dabbawala.gitwatcher.generate.generator.ClusterSecret;
import io.dabbawala.gitwatcher.render.CanonicalJson;
import io.dabbawala.gitwatcher.render.Manifest;
import io.dabbawala.gitwatcher.watch.RepositoryUrl;
import java.time.Duration;
import java.util.Optional;

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

    public static final String ARGO_NAMESPACE = "argocd";
    private static final String FLUX_NAMESPACE = "flux-system";

    /** Where objects of that group live if they do not say it; empty if that is not known. */
    public static String usualNamespace(String group) {
        return group.equals("argoproj.io")
                ? ARGO_NAMESPACE
                : group.endsWith(".toolkit.fluxcd.io") ? FLUX_NAMESPACE : "";
    }

    public static Declaration of(
            Manifest manifest, String defaultNamespace, String repository, String revision) {
        return new Declaration(
                manifest.apiVersion(),
                manifest.kind(),
                manifest.namespace().isEmpty() ? defaultNamespace : manifest.namespace(),
                manifest.name(),
                CanonicalJson.of(ClusterSecret.withoutSecrets(manifest.value())),
                repository,
                revision,
                manifest.file());
    }

    public String key() {
        return String.join("/", kind, namespace, name);
    }

    /** The key of the ApplicationSet that generated it. */
    public Optional<String> owner() {
        if (!json.contains("\"ownerReferences\"")) {
            return Optional.empty();
        }
        for (var owner : CanonicalJson.parse(json).path("metadata").path("ownerReferences")) {
            if (owner.path("kind").asText().equals("ApplicationSet")) {
                return Optional.of(
                        String.join("/", "ApplicationSet", namespace, owner.path("name").asText()));
            }
        }
        return Optional.empty();
    }

    /** How often the forges it looks at are asked; only an ApplicationSet looks at any. */
    public Optional<Duration> forgeInterval() {
        return kind.equals("ApplicationSet") ? WatchedForges.interval(asSet()) : Optional.empty();
    }

    /** Whether it asks a forge about pull requests of the repository, as far as it says. */
    public boolean asksAboutPullRequestsOf(RepositoryUrl url) {
        return kind.equals("ApplicationSet")
                && WatchedForges.asksAboutPullRequestsOf(asSet(), url.name());
    }

    private ApplicationSet asSet() {
        return new ApplicationSet(CanonicalJson.parse(json));
    }

    /** The same object with another text. */
    public Declaration saying(String newJson) {
        return new Declaration(
                apiVersion, kind, namespace, name, newJson, repository, revision, path);
    }

    /** What was declared; a status is what came of it. */
    public String withoutStatus() {
        if (!kind.equals("ApplicationSet") || !json.contains("\"status\"")) {
            return json;
        }
        var document = (ObjectNode) CanonicalJson.parse(json);
        document.remove("status");
        return CanonicalJson.of(document);
    }

    /** Whether it says the same at the same place, at whatever revision. */
    public boolean says(Declaration other) {
        return withoutStatus().equals(other.withoutStatus())
                && repository.equals(other.repository)
                && path.equals(other.path);
    }
}
