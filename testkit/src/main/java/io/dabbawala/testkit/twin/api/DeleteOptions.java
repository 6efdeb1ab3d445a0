package io.dabbawala.testkit.twin.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** How to delete: what happens to dependents, and what must hold before. */
public record DeleteOptions(
        Optional<Propagation> propagation,
        Optional<String> uid,
        Optional<String> resourceVersion,
        boolean dryRun) {

    /** What happens to what the object owns. */
    public enum Propagation {
        BACKGROUND,
        FOREGROUND,
        ORPHAN
    }

    public static final DeleteOptions NONE =
            new DeleteOptions(Optional.empty(), Optional.empty(), Optional.empty(), false);

    /** From a body of kind DeleteOptions; the query of the request may say some of it too. */
    public static DeleteOptions of(JsonNode body, String propagationInQuery, boolean dryRun) {
        var word = body.path("propagationPolicy").asText(propagationInQuery);
        if (word.isEmpty() && body.path("orphanDependents").asBoolean()) {
            word = "Orphan";
        }
        return new DeleteOptions(
                propagation(word),
                text(body.at("/preconditions/uid")),
                text(body.at("/preconditions/resourceVersion")),
                dryRun || !body.path("dryRun").isEmpty());
    }

    private static Optional<Propagation> propagation(String word) {
        return switch (word) {
            case "" -> Optional.empty();
            case "Background" -> Optional.of(Propagation.BACKGROUND);
            case "Foreground" -> Optional.of(Propagation.FOREGROUND);
            case "Orphan" -> Optional.of(Propagation.ORPHAN);
            default ->
                    throw Refusal.badRequest(
                            "invalid DeleteOptions: propagationPolicy: Unsupported value: \"%s\""
                                    .formatted(word));
        };
    }

    private static Optional<String> text(JsonNode value) {
        return Optional.ofNullable(value.textValue());
    }
}
