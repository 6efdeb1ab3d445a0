package io.dabbawala.reconciler.health;

import static io.dabbawala.reconciler.health.Health.degraded;
import static io.dabbawala.reconciler.health.Health.healthy;
import static io.dabbawala.reconciler.health.Health.progressing;
import static io.dabbawala.reconciler.health.Health.unknown;
import static java.util.stream.Collectors.joining;

import io.dabbawala.reconciler.object.LiveObject;
import io.dabbawala.reconciler.object.Tree;
import java.util.Set;
import java.util.stream.Stream;

final class PodHealth implements HealthRule {

    private static final String IGNORE_RESTART_POLICY = "argocd.argoproj.io/ignore-restart-policy";

    @Override
    public Health of(LiveObject pod) {
        var restarts = restarts(pod);
        if (restarts) {
            var stuck = running(pod).filter(PodHealth::isStuck).map(PodHealth::waiting).toList();
            if (!stuck.isEmpty()) {
                return degraded(String.join(", ", stuck));
            }
        }
        var message = Tree.text(pod.content(), "status", "message");
        return switch (Tree.text(pod.content(), "status", "phase")) {
            case "Pending" -> progressing(message);
            case "Succeeded" -> healthy(message);
            case "Failed" -> degraded(message.isEmpty() ? failure(pod) : message);
            case "Running" -> restarts ? ofReadiness(pod, message) : ofFiniteLife(pod, message);
            default -> unknown(message);
        };
    }

    /** Whether it is meant to run on; a hook is not, whatever it asks for. */
    private static boolean restarts(LiveObject pod) {
        return Tree.text(pod.content(), "spec", "restartPolicy").equals("Always")
                || pod.annotation(IGNORE_RESTART_POLICY).equals("true") && !HookMarks.isHook(pod);
    }

    private static Health ofFiniteLife(LiveObject pod, String message) {
        return Set.of("OnFailure", "Never")
                        .contains(Tree.text(pod.content(), "spec", "restartPolicy"))
                ? progressing(message)
                : unknown(message);
    }

    private static Health ofReadiness(LiveObject pod, String message) {
        if (Conditions.of(pod).isTrue("Ready")) {
            return healthy(message);
        }
        return running(pod).anyMatch(one -> Tree.at(one, "lastState", "terminated").isPresent())
                ? degraded(message)
                : progressing(message);
    }

    private static boolean isStuck(Object container) {
        var reason = Tree.text(container, "state", "waiting", "reason");
        return reason.startsWith("Err") || reason.endsWith("Error") || reason.endsWith("BackOff");
    }

    private static String waiting(Object container) {
        return Tree.text(container, "state", "waiting", "message");
    }

    private static String failure(LiveObject pod) {
        return containers(pod)
                .map(PodHealth::failureOf)
                .filter(text -> !text.isEmpty())
                .limit(1)
                .collect(joining());
    }

    private static String failureOf(Object container) {
        var ended = Tree.map(container, "state", "terminated");
        if (!Tree.text(ended, "message").isEmpty()) {
            return Tree.text(ended, "message");
        }
        if (Tree.text(ended, "reason").equals("OOMKilled")) {
            return "OOMKilled";
        }
        long code = Tree.number(ended, "exitCode").orElse(0);
        return code == 0
                ? ""
                : "container \"%s\" failed with exit code %d"
                        .formatted(Tree.text(container, "name"), code);
    }

    private static Stream<Object> running(LiveObject pod) {
        return Tree.list(pod.content(), "status", "containerStatuses").stream();
    }

    private static Stream<Object> containers(LiveObject pod) {
        return Stream.of("initContainerStatuses", "containerStatuses")
                .flatMap(field -> Tree.list(pod.content(), "status", field).stream());
    }
}
