package io.dabbawala.reconciler.health;

import static io.dabbawala.reconciler.health.Health.degraded;
import static io.dabbawala.reconciler.health.Health.healthy;
import static io.dabbawala.reconciler.health.Health.progressing;
import static io.dabbawala.reconciler.health.Health.unknown;
import static java.util.stream.Collectors.joining;

import io.dabbawala.reconciler.plan.LiveObject;
import io.dabbawala.reconciler.plan.Tree;
import java.util.stream.Stream;

final class PodHealth implements HealthRule {

    private static final String IGNORE_RESTART_POLICY = "argocd.argoproj.io/ignore-restart-policy";

    @Override
    public Health of(LiveObject pod) {
        var policy = Tree.text(pod.content(), "spec", "restartPolicy");
        var restarts = policy.equals("Always") || policy.isEmpty();
        if (restarts || pod.annotation(IGNORE_RESTART_POLICY).equals("true")) {
            var stuck = containers(pod).filter(PodHealth::isStuck).map(PodHealth::waiting).toList();
            if (!stuck.isEmpty()) {
                return degraded(String.join(", ", stuck));
            }
        }
        var message = Tree.text(pod.content(), "status", "message");
        return switch (Tree.text(pod.content(), "status", "phase")) {
            case "Pending" -> progressing(message);
            case "Succeeded" -> healthy(message);
            case "Failed" -> degraded(message.isEmpty() ? failure(pod) : message);
            case "Running" -> restarts ? running(pod, message) : progressing(message);
            default -> unknown(message);
        };
    }

    private static Health running(LiveObject pod, String message) {
        if (Conditions.of(pod).isTrue("Ready")) {
            return healthy(message);
        }
        return containers(pod).anyMatch(one -> Tree.at(one, "lastState", "terminated").isPresent())
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
                : "container %s failed with exit code %d"
                        .formatted(Tree.text(container, "name"), code);
    }

    private static Stream<Object> containers(LiveObject pod) {
        return Stream.of("initContainerStatuses", "containerStatuses")
                .flatMap(field -> Tree.list(pod.content(), "status", field).stream());
    }
}
