package io.dabbawala.cli.view;

import static io.dabbawala.cli.view.Fields.text;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;

/** A canary on its way. */
final class Rollouts {

    private static final int BAR = 20;
    private static final Set<String> AT_REST =
            Set.of("Succeeded", "Initialized", "Failed", "Unknown");

    /** {@code Progressing 20 %}; empty without one. */
    static String shortly(JsonNode rollout) {
        if (rollout.isMissingNode() || rollout.isNull()) {
            return "";
        }
        var phase = text(rollout, "phase");
        return AT_REST.contains(phase)
                ? phase
                : phase + " " + rollout.path("canaryWeight").asInt() + " %";
    }

    /** With its weight as a bar and its failed checks. */
    static String line(JsonNode rollout) {
        int weight = rollout.path("canaryWeight").asInt();
        var filled = Math.clamp(Math.round(weight * BAR / 100.0), 0, BAR);
        return "%s  %s  [%s%s] %d %%%s"
                .formatted(
                        text(rollout, "rollout"),
                        text(rollout, "phase"),
                        "#".repeat(filled),
                        ".".repeat(BAR - filled),
                        weight,
                        checks(rollout));
    }

    private static String checks(JsonNode rollout) {
        int threshold = rollout.path("threshold").asInt();
        return threshold == 0
                ? ""
                : ", %d of %d failed checks"
                        .formatted(rollout.path("failedChecks").asInt(), threshold);
    }

    private Rollouts() {}
}
