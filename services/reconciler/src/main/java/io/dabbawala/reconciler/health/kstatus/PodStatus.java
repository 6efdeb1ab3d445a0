package io.dabbawala.reconciler.health.kstatus;

import static io.dabbawala.reconciler.health.kstatus.ObjectStatus.current;
import static io.dabbawala.reconciler.health.kstatus.ObjectStatus.failed;
import static io.dabbawala.reconciler.health.kstatus.ObjectStatus.inProgress;
import static io.dabbawala.reconciler.health.kstatus.ObjectStatus.unknown;

import io.dabbawala.reconciler.health.Conditions;
import io.dabbawala.reconciler.object.LiveObject;
import io.dabbawala.reconciler.object.Tree;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;

final class PodStatus implements StatusRule {

    private static final Duration TO_BE_SCHEDULED = Duration.ofSeconds(15);

    @Override
    public ObjectStatus of(LiveObject pod, Instant now) {
        var phase = Tree.text(pod.content(), "status", "phase");
        return switch (phase) {
            case "Succeeded" -> current("Pod has completed successfully");
            case "Failed" -> current("Pod has completed, but not successfully");
            case "Running" -> ofRunning(pod);
            case "Pending" -> ofPending(pod, now);
            case "" -> inProgress("Pod phase not available");
            default -> unknown("unknown phase " + phase);
        };
    }

    private static ObjectStatus ofRunning(LiveObject pod) {
        if (Conditions.of(pod).stream()
                .anyMatch(one -> one.type().equals("Ready") && one.isTrue())) {
            return current("Pod is Ready");
        }
        var looping =
                Tree.list(pod.content(), "status", "containerStatuses").stream()
                        .filter(PodStatus::isCrashLooping)
                        .map(one -> Tree.text(one, "name"))
                        .toList();
        return looping.isEmpty()
                ? inProgress("Pod is running but is not Ready")
                : failed("Containers in CrashLoop state: " + String.join(",", looping));
    }

    private static boolean isCrashLooping(Object container) {
        return Tree.at(container, "name").isPresent()
                && Tree.text(container, "state", "waiting", "reason").equals("CrashLoopBackOff");
    }

    private static ObjectStatus ofPending(LiveObject pod, Instant now) {
        var isUnschedulable =
                Conditions.of(pod).stream()
                        .filter(one -> one.type().equals("PodScheduled") && one.isFalse())
                        .findFirst()
                        .filter(one -> one.reason().equals("Unschedulable"))
                        .isPresent();
        if (!isUnschedulable) {
            return inProgress("Pod is in the Pending phase");
        }
        return now.minus(TO_BE_SCHEDULED).isBefore(created(pod))
                ? inProgress("Pod has not been scheduled")
                : failed("Pod could not be scheduled");
    }

    /** An object nobody has created is as old as can be. */
    private static Instant created(LiveObject pod) {
        try {
            var written = Tree.text(pod.content(), "metadata", "creationTimestamp");
            return OffsetDateTime.parse(written).toInstant();
        } catch (DateTimeException _) {
            return Instant.MIN;
        }
    }
}
