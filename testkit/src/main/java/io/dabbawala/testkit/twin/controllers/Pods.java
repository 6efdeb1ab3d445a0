package io.dabbawala.testkit.twin.controllers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The scheduler and the nodes. A pod gets a node at once and is ready after 200 ms, or what its
 * annotation says; an image whose tag contains {@code crash} never is; a Job's pod succeeds 300 ms
 * later, or fails when the tag contains {@code fail}; a deleted pod goes at once.
 */
final class Pods implements Controller {

    private static final Duration USUAL_START = Duration.ofMillis(200);
    private static final Duration JOB_TIME = Duration.ofMillis(300);

    private final OwnedObjects objects;
    private final Map<String, Instant> since = new HashMap<>();
    private int scheduled;

    Pods(OwnedObjects objects) {
        this.objects = objects;
    }

    @Override
    public Optional<Instant> reconcile(ObjectNode pod, Instant now) {
        if (OwnedObjects.leaves(pod)) {
            since.keySet().removeIf(key -> key.startsWith(OwnedObjects.uid(pod)));
            objects.cluster().finish(objects.target(pod, "").key());
            return Optional.empty();
        }
        if (!pod.at("/spec/nodeName").isTextual()) {
            schedule(pod, now);
            return Optional.empty();
        }
        return switch (pod.at("/status/phase").asText()) {
            case "Pending" -> start(pod, now);
            case "Running" -> ownedByJob(pod) ? finish(pod, now) : Optional.empty();
            default -> Optional.empty();
        };
    }

    private void schedule(ObjectNode pod, Instant now) {
        ObjectNode bound = pod.deepCopy();
        bound.withObject("/spec").put("nodeName", "node-" + scheduled++ % Nodes.COUNT);
        var live = objects.update(bound);
        var status = (ObjectNode) live.path("status").deepCopy();
        Conditions.add(
                        status.putArray("conditions"),
                        new Conditions.Condition("PodScheduled", true, "", ""),
                        OwnedObjects.timestamp(now))
                .remove(List.of("reason", "message"));
        objects.updateStatus(live, status);
    }

    private Optional<Instant> start(ObjectNode pod, Instant now) {
        var ready = first(pod, "start", now).plus(startTime(pod));
        if (now.isBefore(ready)) {
            return Optional.of(ready);
        }
        objects.updateStatus(
                pod, image(pod).contains("crash") ? crashing(pod, now) : running(pod, now));
        return Optional.empty();
    }

    private Optional<Instant> finish(ObjectNode pod, Instant now) {
        var end = first(pod, "run", now).plus(JOB_TIME);
        if (now.isBefore(end)) {
            return Optional.of(end);
        }
        var fails = image(pod).contains("fail");
        var status = statusOf(pod, fails ? "Failed" : "Succeeded");
        conditions(status, pod, false, fails ? "PodFailed" : "PodCompleted", now);
        for (var container : pod.at("/spec/containers")) {
            container(status, container, false)
                    .putObject("state")
                    .putObject("terminated")
                    .put("exitCode", fails ? 1 : 0)
                    .put("reason", fails ? "Error" : "Completed")
                    .put("startedAt", OwnedObjects.timestamp(now))
                    .put("finishedAt", OwnedObjects.timestamp(now));
        }
        objects.updateStatus(pod, status);
        return Optional.empty();
    }

    /** Timestamps know seconds only, so the moment something began is remembered here. */
    private Instant first(JsonNode pod, String stage, Instant now) {
        return since.computeIfAbsent(OwnedObjects.uid(pod) + stage, key -> now);
    }

    private static Duration startTime(JsonNode pod) {
        var annotation =
                pod.path("metadata")
                        .path("annotations")
                        .path("simulated/ready-after-milliseconds")
                        .asText("");
        return annotation.isEmpty() ? USUAL_START : Duration.ofMillis(Long.parseLong(annotation));
    }

    private static String image(JsonNode pod) {
        var tags = new StringBuilder();
        for (var container : pod.at("/spec/containers")) {
            var image = container.path("image").asText();
            tags.append(image.substring(image.indexOf(':') + 1)).append(' ');
        }
        return tags.toString();
    }

    private static boolean ownedByJob(JsonNode pod) {
        for (var owner : pod.at("/metadata/ownerReferences")) {
            if (owner.path("kind").asText().equals("Job")) {
                return true;
            }
        }
        return false;
    }

    private static ObjectNode running(ObjectNode pod, Instant now) {
        var status = statusOf(pod, "Running");
        conditions(status, pod, true, "", now);
        for (var container : pod.at("/spec/containers")) {
            container(status, container, true)
                    .put("started", true)
                    .putObject("state")
                    .putObject("running")
                    .put("startedAt", OwnedObjects.timestamp(now));
        }
        return status.put("startTime", OwnedObjects.timestamp(now));
    }

    private static ObjectNode crashing(ObjectNode pod, Instant now) {
        var status = statusOf(pod, "Running");
        conditions(status, pod, false, "ContainersNotReady", now);
        for (var container : pod.at("/spec/containers")) {
            var entry = container(status, container, false).put("started", false);
            entry.put("restartCount", 3);
            entry.putObject("state")
                    .putObject("waiting")
                    .put("reason", "CrashLoopBackOff")
                    .put("message", "back-off 40s restarting failed container");
            entry.putObject("lastState")
                    .putObject("terminated")
                    .put("exitCode", 1)
                    .put("reason", "Error")
                    .put("startedAt", OwnedObjects.timestamp(now))
                    .put("finishedAt", OwnedObjects.timestamp(now));
        }
        return status.put("startTime", OwnedObjects.timestamp(now));
    }

    private static ObjectNode statusOf(JsonNode pod, String phase) {
        var status = (ObjectNode) pod.path("status").deepCopy();
        status.put("phase", phase).put("hostIP", "10.0.0.1").put("podIP", "10.128.0.1");
        status.remove("containerStatuses");
        return status;
    }

    private static void conditions(
            ObjectNode status, JsonNode pod, boolean ready, String reason, Instant now) {
        var conditions = status.putArray("conditions");
        for (var type : List.of("PodScheduled", "Initialized", "ContainersReady", "Ready")) {
            var holds = ready || type.equals("PodScheduled") || type.equals("Initialized");
            var entry =
                    Conditions.add(
                            conditions,
                            new Conditions.Condition(type, holds, holds ? "" : reason, ""),
                            OwnedObjects.timestamp(now));
            entry.remove(holds ? List.of("reason", "message") : List.of("message"));
        }
        for (var gate : pod.at("/spec/readinessGates")) {
            Conditions.add(
                            conditions,
                            new Conditions.Condition(
                                    gate.path("conditionType").asText(), ready, "", ""),
                            OwnedObjects.timestamp(now))
                    .remove(List.of("reason", "message"));
        }
    }

    private static ObjectNode container(ObjectNode status, JsonNode container, boolean ready) {
        return status.withArray("/containerStatuses")
                .addObject()
                .put("name", container.path("name").asText())
                .put("image", container.path("image").asText())
                .put("imageID", "")
                .put("ready", ready)
                .put("restartCount", 0);
    }
}
