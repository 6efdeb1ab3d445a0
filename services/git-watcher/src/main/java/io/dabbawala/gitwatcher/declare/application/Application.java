package io.dabbawala.gitwatcher.declare.application;

import com.fasterxml.jackson.databind.JsonNode;
import io.dabbawala.gitwatcher.declare.repository.Origin;
import io.dabbawala.gitwatcher.render.CanonicalJson;
import io.dabbawala.gitwatcher.render.Directory;
import io.dabbawala.gitwatcher.render.UnreadableSource;
import io.dabbawala.gitwatcher.source.Overridable;
import io.dabbawala.gitwatcher.source.Tool;
import io.dabbawala.gitwatcher.watch.RepositoryUrl;
import java.util.ArrayList;
import java.util.List;

/**
 * An Argo CD Application as far as it is acted on here.
 *
 * @param origins its sources, at least one
 * @param file where it is declared
 */
public record Application(String key, List<Origin> origins, Target target, String file) {

    public Application {
        origins = List.copyOf(origins);
    }

    public static boolean isDeclaredBy(Declaration declaration) {
        return declaration.kind().equals("Application")
                && declaration.apiVersion().startsWith("argoproj.io/");
    }

    public static Application of(Declaration declaration) {
        var declared = CanonicalJson.parse(declaration.json());
        var spec = declared.path("spec");
        var origins = new ArrayList<Origin>();
        spec.path("sources").forEach(source -> origins.add(origin(source, declaration)));
        if (origins.isEmpty()) {
            origins.add(origin(spec.path("source"), declaration));
        }
        var key = declaration.namespace() + "/" + declaration.name();
        return new Application(key, origins, target(declared), declaration.path());
    }

    /** The source whose revision is the application's. */
    public Origin origin() {
        return origins.stream().filter(Origin::isRendered).findFirst().orElse(origins.getFirst());
    }

    String name() {
        return key.substring(key.indexOf('/') + 1);
    }

    List<Origin> rendered() {
        return origins.stream().filter(Origin::isRendered).toList();
    }

    public boolean comesFrom(RepositoryUrl url) {
        return origins.stream().anyMatch(origin -> origin.url().equals(url));
    }

    private static Origin origin(JsonNode source, Declaration by) {
        var tool = Overridable.of(source, by.namespace(), by.name());
        var path = "";
        try {
            path = Directory.normalised(source.path("path").asText(""));
        } catch (UnreadableSource e) {
            tool = new Tool.Unsupported(e.problem().reason());
        }
        var ref = source.path("ref").asText("");
        return new Origin(
                new RepositoryUrl(source.path("repoURL").asText("")),
                source.path("targetRevision").asText(""),
                path,
                tool,
                ref,
                ref.isEmpty() || source.hasNonNull("path") || source.hasNonNull("chart"));
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
