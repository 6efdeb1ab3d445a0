package io.dabbawala.reconciler.health;

import static java.util.stream.Collectors.joining;

import io.dabbawala.reconciler.object.LiveObject;
import io.dabbawala.reconciler.object.Tree;
import java.util.stream.Stream;

final class CanaryHealth implements HealthRule {

    private static final String BETWEEN = " --- ";

    @Override
    public Health of(LiveObject object) {
        if (Tree.at(object.content(), "status").isEmpty()) {
            return Health.unknown("No status");
        }
        var phase = Tree.text(object.content(), "status", "phase");
        var message = phase + BETWEEN + told(object);
        return switch (phase) {
            case "Failed" -> Health.degraded(message);
            case "Progressing", "Finalising", "Promoting" -> Health.progressing(message);
            case "Succeeded", "Initialized" -> Health.healthy(message);
            default -> Health.unknown(message);
        };
    }

    private static String told(LiveObject object) {
        var weight = Tree.text(object.content(), "status", "canaryWeight");
        var shifted =
                weight.isEmpty() || weight.equals("0")
                        ? Stream.<String>empty()
                        : Stream.of("Canary Weight: " + weight + " %");
        var said = Conditions.of(object).stream().map(Conditions.Condition::message);
        return Stream.concat(shifted, said).collect(joining(BETWEEN));
    }
}
