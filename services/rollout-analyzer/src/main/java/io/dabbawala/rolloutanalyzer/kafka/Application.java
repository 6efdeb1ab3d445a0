package io.dabbawala.rolloutanalyzer.kafka;

import io.dabbawala.events.Commanded;
import io.dabbawala.rolloutanalyzer.canary.Phase;
import io.dabbawala.rolloutanalyzer.canary.Progress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What was last reported of the rollouts of one application, by rollout. */
record Application(Map<String, Progress> rollouts) {

    static final Application NONE = new Application(Map.of());

    Application {
        rollouts = Map.copyOf(rollouts);
    }

    Application reported(Progress report) {
        var name = report.subject().rollout();
        var last = rollouts.get(name);
        if (last != null && report.observedAt().isBefore(last.observedAt())) {
            return this;
        }
        var next = new TreeMap<>(rollouts);
        next.put(name, report);
        return new Application(next);
    }

    List<String> names() {
        return rollouts.keySet().stream().sorted().toList();
    }

    /** The rollouts that such a command takes back by ending their attempt. */
    List<String> underWay(Commanded command) {
        return names().stream()
                .filter(name -> rollouts.get(name).phase().isUnderWay())
                .filter(name -> isMeant(command, rollouts.get(name)))
                .toList();
    }

    boolean isTakenBackAlready(Commanded command) {
        return rollouts.values().stream()
                .filter(last -> isMeant(command, last))
                .anyMatch(last -> last.phase() == Phase.FAILED && last.canaryWeight() == 0);
    }

    Optional<Progress> lastOf(Commanded command) {
        return rollouts.values().stream().filter(last -> isMeant(command, last)).findFirst();
    }

    private static boolean isMeant(Commanded command, Progress last) {
        return CommandMessages.isMeantFor(command, last.subject().delivery());
    }
}
