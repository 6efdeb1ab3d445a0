package io.dabbawala.gitwatcher.declare;

import com.fasterxml.jackson.databind.JsonNode;
import io.dabbawala.gitwatcher.render.CanonicalJson;
import io.dabbawala.gitwatcher.render.Directory;
import io.dabbawala.gitwatcher.render.UnreadableSource;
import io.dabbawala.gitwatcher.watch.RepositoryUrl;
import java.util.ArrayList;
import java.util.List;

/**
 * An Argo CD Application as far as it is acted on here.
 *
 * @param file where it is declared
 * @param unsupported what of its source is not rendered here; empty when all of it is
 */
public record Application(
        String key, Origin origin, Target target, String file, String unsupported) {

    private static final List<String> OTHER_SOURCES =
            List.of("chart", "helm", "kustomize", "plugin");

    static boolean isDeclaredBy(Declaration declaration) {
        return declaration.kind().equals("Application")
                && declaration.apiVersion().startsWith("argoproj.io/");
    }

    public static Application of(Declaration declaration) {
        var declared = CanonicalJson.parse(declaration.json());
        var spec = declared.path("spec");
        var source = spec.path("source");
        var key = declaration.namespace() + "/" + declaration.name();
        var unsupported = unsupported(spec);
        var path = "";
        try {
            path = Directory.normalised(source.path("path").asText(""));
        } catch (UnreadableSource e) {
            unsupported = e.problem().reason();
        }
        var directory = source.path("directory");
        var origin =
                new Origin(
                        new RepositoryUrl(source.path("repoURL").asText("")),
                        source.path("targetRevision").asText(""),
                        path,
                        new Directory(
                                directory.path("recurse").asBoolean(false),
                                directory.path("include").asText(""),
                                directory.path("exclude").asText("")));
        return new Application(key, origin, target(declared), declaration.path(), unsupported);
    }

    private static String unsupported(JsonNode spec) {
        if (spec.has("sources")) {
            return "spec.sources is not rendered: name one spec.source";
        }
        return OTHER_SOURCES.stream()
                .filter(spec.path("source")::hasNonNull)
                .findFirst()
                .map(
                        "spec.source.%s is not rendered: only folders of plain manifests are"
                                ::formatted)
                .orElse("");
    }

    private static Target target(JsonNode declared) {
        var spec = declared.path("spec");
        var destination = spec.path("destination");
        return new Target(
                spec.path("project").asText("default"),
                new Destination(
                        destination.path("name").asText(""),
                        destination.path("server").asText(""),
                        destination.path("namespace").asText("")),
                policy(spec.path("syncPolicy")),
                TargetSpec.of(declared));
    }

    private static SyncPolicy policy(JsonNode policy) {
        var automated = policy.path("automated");
        var options = new ArrayList<String>();
        policy.path("syncOptions").forEach(option -> options.add(option.asText()));
        return new SyncPolicy(
                automated.isObject() && automated.path("enabled").asBoolean(true),
                automated.path("prune").asBoolean(false),
                automated.path("selfHeal").asBoolean(false),
                automated.path("allowEmpty").asBoolean(false),
                options);
    }
}
