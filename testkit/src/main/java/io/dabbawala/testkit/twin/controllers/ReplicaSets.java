package io.dabbawala.testkit.twin.controllers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Keeps as many pods as wanted; those that are not ready, and the youngest, go first. */
final class ReplicaSets implements Controller {

    private final OwnedObjects objects;

    ReplicaSets(OwnedObjects objects) {
        this.objects = objects;
    }

    @Override
    public Optional<Instant> reconcile(ObjectNode set, Instant now) {
        if (OwnedObjects.leaves(set)) {
            return Optional.empty();
        }
        var pods =
                objects.ownedBy(set, "", "pods").stream()
                        .filter(pod -> !OwnedObjects.leaves(pod))
                        .toList();
        var wanted = set.at("/spec/replicas").asInt();
        for (int i = pods.size(); i < wanted; i++) {
            var pod = OwnedObjects.pod(set, "");
            pod.withObject("/metadata").put("generateName", OwnedObjects.name(set) + "-");
            pod.withObject("/metadata").remove("name");
            objects.create("", "pods", pod);
        }
        if (pods.size() > wanted) {
            pods.stream()
                    .sorted(
                            Comparator.comparing((ObjectNode pod) -> Conditions.holds(pod, "Ready"))
                                    .thenComparing(
                                            pod -> pod.at("/metadata/resourceVersion").asLong(),
                                            Comparator.reverseOrder()))
                    .limit(pods.size() - wanted)
                    .forEach(objects::delete);
        }
        return status(set, now);
    }

    private Optional<Instant> status(ObjectNode set, Instant now) {
        var pods =
                objects.ownedBy(set, "", "pods").stream()
                        .filter(pod -> !OwnedObjects.leaves(pod))
                        .toList();
        var available = Availability.of(pods, set.at("/spec/minReadySeconds").asInt(), now);
        var status = OwnedObjects.object().put("replicas", pods.size());
        positive(status, "fullyLabeledReplicas", pods.size());
        positive(status, "readyReplicas", available.ready());
        positive(status, "availableReplicas", available.available());
        status.put("observedGeneration", set.at("/metadata/generation").asInt());
        objects.updateStatus(set, status);
        return available.next();
    }

    static void positive(ObjectNode status, String field, int value) {
        if (value > 0) {
            status.put(field, value);
        }
    }

    /** How many of the pods are ready, how many long enough, and when the next one will be. */
    record Availability(int ready, int available, Optional<Instant> next) {

        static Availability of(List<? extends JsonNode> pods, int minReadySeconds, Instant now) {
            var ready = 0;
            var available = 0;
            Optional<Instant> next = Optional.empty();
            for (var pod : pods) {
                if (!Conditions.holds(pod, "Ready")) {
                    continue;
                }
                ready++;
                var since = Conditions.find(pod, "Ready").orElseThrow().path("lastTransitionTime");
                var from = Instant.parse(since.asText()).plusSeconds(minReadySeconds);
                if (minReadySeconds == 0 || !from.isAfter(now)) {
                    available++;
                } else if (next.isEmpty() || from.isBefore(next.get())) {
                    next = Optional.of(from);
                }
            }
            return new Availability(ready, available, next);
        }
    }
}
