package io.dabbawala.testkit.twin.controllers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dabbawala.testkit.twin.controllers.Conditions.Condition;
import java.time.Instant;
import java.util.Optional;

/** How far a Deployment is: counts, and whether it is available and makes progress. */
final class DeploymentStatus {

    private final ObjectNode deployment;
    private final ObjectNode status = OwnedObjects.object();
    private final Instant now;
    private String currentSet = "";
    private int replicas;
    private int updated;
    private int ready;
    private int available;

    private DeploymentStatus(ObjectNode deployment, Instant now) {
        this.deployment = deployment;
        this.now = now;
    }

    /** Writes the status and tells when the deadline for progress is over. */
    static Optional<Instant> write(
            OwnedObjects objects, ObjectNode deployment, String templateHash, Instant now) {
        var state = new DeploymentStatus(deployment, now);
        for (var set : objects.ownedBy(deployment, "apps", "replicasets")) {
            state.count(set, Deployments.hash(set).equals(templateHash));
        }
        var deadline = state.complete();
        objects.updateStatus(deployment, state.status);
        return deadline;
    }

    private void count(JsonNode set, boolean current) {
        var there = set.at("/status/replicas").asInt();
        replicas += there;
        ready += set.at("/status/readyReplicas").asInt();
        available += set.at("/status/availableReplicas").asInt();
        if (current) {
            updated += there;
            currentSet = OwnedObjects.name(set);
        }
    }

    private Optional<Instant> complete() {
        var wanted = deployment.at("/spec/replicas").asInt();
        status.put("observedGeneration", deployment.at("/metadata/generation").asInt());
        ReplicaSets.positive(status, "replicas", replicas);
        ReplicaSets.positive(status, "updatedReplicas", updated);
        ReplicaSets.positive(status, "readyReplicas", ready);
        ReplicaSets.positive(status, "availableReplicas", available);
        ReplicaSets.positive(status, "unavailableReplicas", Math.max(0, wanted - available));
        var done = updated == wanted && replicas == wanted && available == wanted;
        var conditions = status.putArray("conditions");
        var rolling = deployment.at("/spec/strategy/rollingUpdate/maxUnavailable");
        var enough = wanted - RollingStep.amount(rolling, wanted, false) <= available;
        add(
                conditions,
                enough
                        ? new Condition(
                                "Available",
                                true,
                                "MinimumReplicasAvailable",
                                "Deployment has minimum availability.")
                        : new Condition(
                                "Available",
                                false,
                                "MinimumReplicasUnavailable",
                                "Deployment does not have minimum availability."),
                false);
        return progress(conditions, done);
    }

    private Optional<Instant> progress(ArrayNode conditions, boolean done) {
        var before = Conditions.find(deployment, "Progressing");
        var moved = before.isEmpty() || moved();
        var reason = before.map(c -> c.path("reason").asText()).orElse("");
        if (done) {
            add(
                    conditions,
                    progressing("NewReplicaSetAvailable", "has successfully progressed."),
                    moved && !reason.equals("NewReplicaSetAvailable"));
            return Optional.empty();
        }
        if (moved || reason.equals("NewReplicaSetAvailable") && !observed()) {
            add(conditions, step(), true);
            return Optional.of(deadline(now));
        }
        if (reason.equals("NewReplicaSetAvailable")) {
            add(conditions, progressing(reason, "has successfully progressed."), false);
            return Optional.empty();
        }
        var end = deadline(Instant.parse(before.orElseThrow().path("lastUpdateTime").asText()));
        if (reason.equals("ProgressDeadlineExceeded") || !now.isBefore(end)) {
            add(
                    conditions,
                    new Condition(
                            "Progressing",
                            false,
                            "ProgressDeadlineExceeded",
                            "ReplicaSet \"%s\" has timed out progressing.".formatted(currentSet)),
                    false);
            return Optional.empty();
        }
        conditions.add(before.get());
        return Optional.of(end);
    }

    private Condition step() {
        var first = deployment.at("/status/updatedReplicas").asInt() == 0 && updated == 0;
        return first
                ? new Condition(
                        "Progressing",
                        true,
                        "NewReplicaSetCreated",
                        "Created new replica set \"%s\"".formatted(currentSet))
                : progressing("ReplicaSetUpdated", "is progressing.");
    }

    private Condition progressing(String reason, String what) {
        return new Condition(
                "Progressing", true, reason, "ReplicaSet \"%s\" %s".formatted(currentSet, what));
    }

    private boolean observed() {
        return deployment.at("/status/observedGeneration").asInt()
                == deployment.at("/metadata/generation").asInt();
    }

    private boolean moved() {
        var was = deployment.path("status");
        var oldBefore = was.path("replicas").asInt() - was.path("updatedReplicas").asInt();
        return updated > was.path("updatedReplicas").asInt()
                || replicas - updated < oldBefore
                || ready > was.path("readyReplicas").asInt()
                || available > was.path("availableReplicas").asInt();
    }

    private Instant deadline(Instant from) {
        return from.plusSeconds(deployment.at("/spec/progressDeadlineSeconds").asInt());
    }

    private void add(ArrayNode conditions, Condition condition, boolean touch) {
        var before = Conditions.find(deployment, condition.type());
        var same =
                before.filter(
                        c ->
                                c.path("status")
                                                .asText()
                                                .equals(condition.holds() ? "True" : "False")
                                        && c.path("reason").asText().equals(condition.reason()));
        var stamp = OwnedObjects.timestamp(now);
        var updatedAt =
                same.isPresent() && !touch ? same.get().path("lastUpdateTime").asText() : stamp;
        var changed =
                before.filter(
                                c ->
                                        c.path("status")
                                                .asText()
                                                .equals(condition.holds() ? "True" : "False"))
                        .map(c -> c.path("lastTransitionTime").asText())
                        .orElse(stamp);
        Conditions.add(conditions, condition, changed).put("lastUpdateTime", updatedAt);
    }
}
