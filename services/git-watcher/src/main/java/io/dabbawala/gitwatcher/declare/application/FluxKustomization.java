package io.dabbawala.gitwatcher.declare.application;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.dabbawala.gitwatcher.declare.repository.Origin;
import io.dabbawala.gitwatcher.render.CanonicalJson;
import io.dabbawala.gitwatcher.render.Directory;
import io.dabbawala.gitwatcher.render.UnreadableSource;
import io.dabbawala.gitwatcher.source.Tool;
import io.dabbawala.gitwatcher.watch.RepositoryUrl;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A Flux Kustomization as an application: its GitRepository is the source, and what its variables
 * come from has to be declared in Git, too.
 */
public record FluxKustomization(
        Declaration declaration, Function<String, Optional<Declaration>> declarations) {

    private static final String FLUX = "toolkit.fluxcd.io/";

    public static boolean isDeclaredBy(Declaration declaration) {
        return declaration.kind().equals("Kustomization")
                && declaration.apiVersion().startsWith("kustomize." + FLUX);
    }

    public Application application() {
        var spec = CanonicalJson.parse(declaration.json()).path("spec");
        var repository = declarations.apply(repositoryKey(spec)).map(this::json);
        var key = declaration.namespace() + "/" + declaration.name();
        return new Application(
                key,
                List.of(origin(spec, repository)),
                new FluxTarget(spec, declaration.namespace()).target(),
                declaration.path());
    }

    /** The declarations that say what it is, its own first. */
    public List<String> keys() {
        var spec = CanonicalJson.parse(declaration.json()).path("spec");
        return Stream.concat(
                        Stream.of(declaration.key(), repositoryKey(spec)),
                        sources(spec).map(this::valuesKey))
                .toList();
    }

    private Origin origin(JsonNode spec, Optional<JsonNode> repository) {
        var found = repository.map(json -> json.path("spec"));
        return new Origin(
                new RepositoryUrl(found.map(git -> git.path("url").asText("")).orElse("")),
                found.map(FluxKustomization::revision).orElse(""),
                path(spec).orElse(""),
                path(spec).isEmpty()
                        ? new Tool.Unsupported("a path must not leave its repository")
                        : repository.isPresent()
                                ? tool(spec)
                                : new Tool.Unsupported(
                                        repositoryKey(spec)
                                                + " is not declared here: only a GitRepository in"
                                                + " the same Git is a source"),
                "",
                true);
    }

    private static Optional<String> path(JsonNode spec) {
        try {
            return Optional.of(Directory.normalised(spec.path("path").asText("")));
        } catch (UnreadableSource _) {
            return Optional.empty();
        }
    }

    /** Flux asks for a commit first, then a name, a range of versions, a tag, a branch. */
    private static String revision(JsonNode git) {
        var ref = git.path("ref");
        return Stream.of("commit", "name", "semver", "tag", "branch")
                .map(member -> ref.path(member).asText(""))
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("master");
    }

    private Tool tool(JsonNode spec) {
        var values = new TreeMap<String, String>();
        for (var source : (Iterable<JsonNode>) sources(spec)::iterator) {
            var found = declarations.apply(valuesKey(source)).map(this::json);
            if (found.isEmpty() && !source.path("optional").asBoolean(false)) {
                return new Tool.Unsupported(
                        "substitute from '%s/%s': it is not declared in Git"
                                .formatted(
                                        source.path("kind").asText(),
                                        source.path("name").asText()));
            }
            found.ifPresent(json -> take(json, values));
        }
        spec.path("postBuild")
                .path("substitute")
                .properties()
                .forEach(pair -> values.put(pair.getKey(), pair.getValue().asText()));
        return new FluxSpec(spec).build(values);
    }

    private static void take(JsonNode json, TreeMap<String, String> values) {
        var isSecret = json.path("kind").asText().equals("Secret");
        json.path("data")
                .properties()
                .forEach(
                        pair ->
                                values.put(
                                        pair.getKey(),
                                        isSecret
                                                ? decoded(pair.getValue().asText())
                                                : pair.getValue().asText()));
        json.path("stringData")
                .properties()
                .forEach(pair -> values.put(pair.getKey(), pair.getValue().asText()));
    }

    private static String decoded(String text) {
        return new String(Base64.getMimeDecoder().decode(text), UTF_8);
    }

    private static Stream<JsonNode> sources(JsonNode spec) {
        return spec.path("postBuild").path("substituteFrom").valueStream();
    }

    private String valuesKey(JsonNode source) {
        return String.join(
                "/",
                source.path("kind").asText(),
                declaration.namespace(),
                source.path("name").asText());
    }

    private String repositoryKey(JsonNode spec) {
        var ref = spec.path("sourceRef");
        return String.join(
                "/",
                ref.path("kind").asText("GitRepository"),
                ref.path("namespace").asText(declaration.namespace()),
                ref.path("name").asText());
    }

    private JsonNode json(Declaration declared) {
        return CanonicalJson.parse(declared.json());
    }
}
