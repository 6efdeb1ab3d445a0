package io.dabbawala.reconciler.rollout;

import io.dabbawala.reconciler.object.LiveObject;
import io.dabbawala.reconciler.object.Tree;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;

/** What a Deployment says of its pods, read as Flagger reads it. */
record DeploymentStatus(Map<String, Object> content) {

    static DeploymentStatus of(LiveObject deployment) {
        return new DeploymentStatus(deployment.content());
    }

    long replicas() {
        return Tree.number(content, "spec", "replicas").orElse(1);
    }

    /**
     * @param threshold the share of pods that suffices, in percent
     */
    boolean isReady(int threshold) {
        var updated = status("updatedReplicas");
        return isObserved()
                && !isProgressDeadlineExceeded()
                && updated * Stage.ALL >= replicas() * threshold
                && status("replicas") <= updated
                && status("availableReplicas") * Stage.ALL >= updated * threshold;
    }

    /**
     * Whether it will not become ready any more: its controller gave up, or too few pods have been
     * available for that long.
     *
     * @param since when the wait began; what was before does not count
     */
    boolean isOverdue(Duration deadline, Instant since, Instant now) {
        return isObserved()
                && (isProgressDeadlineExceeded() || isUnavailableFor(deadline, since, now));
    }

    private boolean isObserved() {
        return status("observedGeneration")
                >= Tree.number(content, "metadata", "generation").orElse(0);
    }

    private boolean isProgressDeadlineExceeded() {
        return condition("Progressing")
                .filter(it -> Tree.text(it, "reason").equals("ProgressDeadlineExceeded"))
                .isPresent();
    }

    private boolean isUnavailableFor(Duration deadline, Instant since, Instant now) {
        return condition("Available")
                .filter(it -> Tree.text(it, "status").equals("False"))
                .filter(it -> Tree.text(it, "reason").equals("MinimumReplicasUnavailable"))
                .map(it -> time(Tree.text(it, "lastUpdateTime")))
                .map(updated -> updated.isBefore(since) ? since : updated)
                .filter(from -> from.plus(deadline).isBefore(now))
                .isPresent();
    }

    private Optional<Object> condition(String type) {
        return Tree.list(content, "status", "conditions").stream()
                .filter(condition -> Tree.text(condition, "type").equals(type))
                .findFirst();
    }

    private long status(String field) {
        return Tree.number(content, "status", field).orElse(0);
    }

    private static Instant time(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException _) {
            return Instant.MIN;
        }
    }
}
