package io.dabbawala.testkit.twin.controllers;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dabbawala.testkit.twin.controllers.Conditions.Condition;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Runs pods until enough succeeded, or more failed than may. */
final class Jobs implements Controller {

    private final OwnedObjects objects;

    Jobs(OwnedObjects objects) {
        this.objects = objects;
    }

    @Override
    public Optional<Instant> reconcile(ObjectNode job, Instant now) {
        if (OwnedObjects.leaves(job)
                || job.at("/spec/suspend").asBoolean()
                || Conditions.holds(job, "Complete")
                || Conditions.holds(job, "Failed")) {
            return Optional.empty();
        }
        var wanted = job.at("/spec/completions").asInt(1);
        var succeeded = count(job, "Succeeded");
        var failed = count(job, "Failed");
        var over = failed > job.at("/spec/backoffLimit").asInt();
        var active = objects.ownedBy(job, "", "pods").size() - succeeded - failed;
        if (!over) {
            var room = Math.min(job.at("/spec/parallelism").asInt(), wanted - succeeded) - active;
            for (int i = 0; i < room; i++) {
                create(job);
                active++;
            }
        }
        status(job, new Counts(active, succeeded, failed), over, now);
        return Optional.empty();
    }

    private record Counts(int active, int succeeded, int failed) {}

    private int count(ObjectNode job, String phase) {
        return (int)
                objects.ownedBy(job, "", "pods").stream()
                        .filter(pod -> pod.at("/status/phase").asText().equals(phase))
                        .count();
    }

    private void create(ObjectNode job) {
        var pod = OwnedObjects.pod(job, "");
        pod.withObject("/metadata").remove("name");
        pod.withObject("/metadata").put("generateName", OwnedObjects.name(job) + "-");
        objects.create("", "pods", pod);
    }

    private void status(ObjectNode job, Counts counts, boolean over, Instant now) {
        var stamp = OwnedObjects.timestamp(now);
        var status = OwnedObjects.object();
        var done = counts.succeeded() >= job.at("/spec/completions").asInt(1);
        if (done || over) {
            end(status, done, stamp);
        }
        status.put("startTime", job.at("/status/startTime").asText(stamp));
        if (done) {
            status.put("completionTime", stamp);
        } else if (!over) {
            ReplicaSets.positive(status, "active", counts.active());
        }
        ReplicaSets.positive(status, "succeeded", counts.succeeded());
        ReplicaSets.positive(status, "failed", counts.failed());
        var running =
                objects.ownedBy(job, "", "pods").stream()
                        .filter(pod -> Conditions.holds(pod, "Ready"))
                        .count();
        status.put("ready", (int) running).put("terminating", 0);
        status.putObject("uncountedTerminatedPods");
        objects.updateStatus(job, status);
    }

    private static void end(ObjectNode status, boolean done, String stamp) {
        var conditions = status.putArray("conditions");
        for (var type :
                done
                        ? List.of("SuccessCriteriaMet", "Complete")
                        : List.of("FailureTarget", "Failed")) {
            var condition =
                    done
                            ? new Condition(
                                    type,
                                    true,
                                    "CompletionsReached",
                                    "Reached expected number of succeeded pods")
                            : new Condition(
                                    type,
                                    true,
                                    "BackoffLimitExceeded",
                                    "Job has reached the specified backoff limit");
            Conditions.add(conditions, condition, stamp).put("lastProbeTime", stamp);
        }
    }
}
