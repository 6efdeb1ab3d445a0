package io.dabbawala.reconciler.health.kstatus;

import static io.dabbawala.reconciler.health.kstatus.ObjectStatus.current;
import static io.dabbawala.reconciler.health.kstatus.ObjectStatus.failed;
import static io.dabbawala.reconciler.health.kstatus.ObjectStatus.inProgress;

import io.dabbawala.reconciler.health.Conditions;
import io.dabbawala.reconciler.object.LiveObject;
import io.dabbawala.reconciler.object.Tree;
import java.util.Optional;

/** A job is current as soon as it has started. */
final class JobStatus {

    static ObjectStatus of(LiveObject job) {
        return Conditions.of(job).stream()
                .filter(Conditions.Condition::isTrue)
                .flatMap(one -> ofCondition(one.type(), job).stream())
                .findFirst()
                .orElseGet(() -> ofStart(job));
    }

    private static Optional<ObjectStatus> ofCondition(String type, LiveObject job) {
        return switch (type) {
            case "Complete" ->
                    Optional.of(
                            current(
                                    "Job Completed. succeeded: %d/%d"
                                            .formatted(
                                                    status(job, "succeeded"), completions(job))));
            case "Failed" ->
                    Optional.of(
                            failed(
                                    "Job Failed. failed: %d/%d"
                                            .formatted(status(job, "failed"), completions(job))));
            case "Suspended" ->
                    Tree.flag(job.content(), "spec", "suspend")
                            ? Optional.of(current("Job is suspended"))
                            : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static ObjectStatus ofStart(LiveObject job) {
        return Tree.text(job.content(), "status", "startTime").isEmpty()
                ? inProgress("Job not started")
                : current(
                        "Job in progress. success:%d, active: %d, failed: %d"
                                .formatted(
                                        status(job, "succeeded"),
                                        status(job, "active"),
                                        status(job, "failed")));
    }

    private static long status(LiveObject job, String field) {
        return Tree.number(job.content(), "status", field).orElse(0);
    }

    private static long completions(LiveObject job) {
        long parallelism = Tree.number(job.content(), "spec", "parallelism").orElse(1);
        return Tree.number(job.content(), "spec", "completions").orElse(parallelism);
    }

    private JobStatus() {}
}
