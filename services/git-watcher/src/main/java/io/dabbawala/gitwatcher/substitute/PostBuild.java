package io.dabbawala.gitwatcher.substitute;

import com.fasterxml.jackson.databind.JsonNode;
import io.dabbawala.gitwatcher.render.UnreadableSource;
import io.dabbawala.gitwatcher.render.YamlReader;

/**
 * A manifest with its variables replaced. One that says {@code
 * kustomize.toolkit.fluxcd.io/substitute: disabled}, as a label or an annotation, stays as it is.
 */
public final class PostBuild {

    private static final String SWITCH = "kustomize.toolkit.fluxcd.io/substitute";

    /** The text with its variables replaced. */
    public static String expand(String text, Variables variables) throws BadSubstitution {
        return new Expanding(variables).expand(Template.read(text));
    }

    public static JsonNode of(JsonNode manifest, Variables variables) throws BadSubstitution {
        if (!variables.applies() || isOff(manifest)) {
            return manifest;
        }
        try {
            variables.check();
            return read(expanded(manifest, variables));
        } catch (BadSubstitution e) {
            throw new BadSubstitution("envsubst error: " + e.reason());
        }
    }

    private static String expanded(JsonNode manifest, Variables variables) throws BadSubstitution {
        try {
            return expand(ManifestText.of(manifest), variables);
        } catch (BadSubstitution e) {
            throw new BadSubstitution("variable substitution failed: " + e.reason());
        }
    }

    private static JsonNode read(String text) throws BadSubstitution {
        try {
            var documents = YamlReader.read("", text);
            if (documents.size() != 1) {
                throw new BadSubstitution(
                        "%d documents instead of one".formatted(documents.size()));
            }
            return documents.getFirst().value();
        } catch (UnreadableSource e) {
            var problem = e.problem();
            throw new BadSubstitution(
                    "the result is no YAML: line %d: %s"
                            .formatted(problem.line(), problem.reason()));
        }
    }

    private static boolean isOff(JsonNode manifest) {
        var metadata = manifest.path("metadata");
        return metadata.path("labels").path(SWITCH).asText().equals("disabled")
                || metadata.path("annotations").path(SWITCH).asText().equals("disabled");
    }

    private PostBuild() {}
}
