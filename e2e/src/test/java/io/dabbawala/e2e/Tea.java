package io.dabbawala.e2e;

import io.dabbawala.events.CommitDetected;
import io.dabbawala.events.DesiredState;
import io.dabbawala.events.Destination;
import io.dabbawala.events.GateDecision;
import io.dabbawala.events.GateVerdict;
import io.dabbawala.events.Health;
import io.dabbawala.events.ObjectOutcome;
import io.dabbawala.events.ObjectRef;
import io.dabbawala.events.ObjectResult;
import io.dabbawala.events.SyncCause;
import io.dabbawala.events.SyncFinished;
import io.dabbawala.events.SyncOutcome;
import io.dabbawala.events.SyncPolicy;
import io.dabbawala.platform.EventCodec;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One application and what is told of it, for who tells stories of tea. */
final class Tea {

    static final String APPLICATION = "argocd/tea";
    static final String MAIN = "refs/heads/main";

    static {
        // Whoever has a codec may build events; this one asks nobody anything.
        EventCodec.withRegistry("http://registry.invalid/apis/registry/v3", false);
    }

    static Thing with(String number) {
        return thing("tea", Map.of("number", number));
    }

    static Thing thing(String name, Map<String, Object> data) {
        return Thing.of(
                Map.of(
                        "apiVersion",
                        "v1",
                        "kind",
                        "ConfigMap",
                        "metadata",
                        Map.of(
                                "name",
                                name,
                                "annotations",
                                Map.of(
                                        "argocd.argoproj.io/tracking-id",
                                        "tea:/ConfigMap:market/" + name)),
                        "data",
                        data),
                "market");
    }

    @SuppressWarnings("unchecked")
    static Thing editedBy(String manager) {
        var content = new HashMap<>(with("by hand").content());
        var metadata = new HashMap<String, Object>((Map<String, Object>) content.get("metadata"));
        metadata.put("managedFields", List.of(Map.of("manager", manager, "operation", "Update")));
        content.put("metadata", metadata);
        return Thing.of(content, "market");
    }

    /** Each generation has a minute. */
    static Instant at(int generation, int second) {
        return Instant.parse("2026-01-01T00:00:00Z").plusSeconds(60L * generation + second);
    }

    static CommitDetected commit(String from, String to, List<String> skipped) {
        return CommitDetected.newBuilder()
                .setRepository("market")
                .setRef(MAIN)
                .setOldRevision(from)
                .setNewRevision(to)
                .setSkipped(skipped)
                .setDetectedAt(at(0, 0))
                .build();
    }

    static DesiredState desired(int generation, String revision, String number) {
        return DesiredState.newBuilder()
                .setApplication(APPLICATION)
                .setDelivery("delivery" + generation)
                .setRepository("market")
                .setRevision(revision)
                .setGeneration(generation)
                .setDigest("digest" + number)
                .setManifests(
                        """
                        [{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"tea"},"data":{"number":"%s"}}]"""
                                .formatted(number))
                .setDestination(Destination.newBuilder().setNamespace("market").build())
                .setSyncPolicy(SyncPolicy.newBuilder().build())
                .setDeclaredAt(at(generation, 1))
                .build();
    }

    static GateVerdict verdict(int generation, GateDecision decision, Instant at) {
        return GateVerdict.newBuilder()
                .setApplication(APPLICATION)
                .setDelivery("delivery" + generation)
                .setGeneration(generation)
                .setRevision("c" + generation)
                .setDigest("digest" + generation)
                .setPlanDigest("plan" + generation)
                .setCluster("in-cluster")
                .setDecision(decision)
                .setJudgedAt(at)
                .build();
    }

    static SyncFinished synced(int generation) {
        var tea = ObjectRef.newBuilder().setKind("ConfigMap").setName("tea").build();
        return SyncFinished.newBuilder()
                .setApplication(APPLICATION)
                .setDelivery("delivery" + generation)
                .setGeneration(generation)
                .setRevision("c" + generation)
                .setDigest("digest" + generation)
                .setPlanDigest("plan" + generation)
                .setCluster("in-cluster")
                .setCause(SyncCause.COMMIT)
                .setOutcome(SyncOutcome.SUCCEEDED)
                .setHealth(Health.HEALTHY)
                .setObjects(
                        List.of(
                                ObjectResult.newBuilder()
                                        .setObject(tea)
                                        .setOutcome(ObjectOutcome.CONFIGURED)
                                        .build()))
                .setStartedAt(at(generation, 3))
                .setFinishedAt(at(generation, 5))
                .build();
    }

    private Tea() {}
}
