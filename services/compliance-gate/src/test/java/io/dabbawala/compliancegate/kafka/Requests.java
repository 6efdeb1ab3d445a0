package io.dabbawala.compliancegate.kafka;

import io.dabbawala.compliancegate.policy.Objects;
import io.dabbawala.events.Change;
import io.dabbawala.events.Command;
import io.dabbawala.events.Commanded;
import io.dabbawala.events.DesiredState;
import io.dabbawala.events.Destination;
import io.dabbawala.events.ObjectChange;
import io.dabbawala.events.ObjectRef;
import io.dabbawala.events.RollbackIssued;
import io.dabbawala.events.SyncCause;
import io.dabbawala.events.SyncPolicy;
import io.dabbawala.events.SyncRequested;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Words for what the gate hears about the application argocd/web. */
public final class Requests {

    public static final String WEB = "argocd/web";
    public static final String DELIVERY = "01939e1c-5a00-7000-8000-000000000001";

    /** A ConfigMap shop/web with the database in that region. */
    public static String manifests(String region) {
        return Objects.json(
                List.of(
                        Map.of(
                                "apiVersion",
                                "v1",
                                "kind",
                                "ConfigMap",
                                "metadata",
                                Map.of("name", "web", "namespace", "shop"),
                                "data",
                                Map.of("DATABASE_REGION", region))));
    }

    public static String digest(String manifests) {
        return Desired.digestOf(manifests);
    }

    public static DesiredState desired(long generation, String manifests) {
        return DesiredState.newBuilder()
                .setApplication(WEB)
                .setDelivery(DELIVERY)
                .setRepository("apps")
                .setRevision("r" + generation)
                .setGeneration(generation)
                .setDigest(digest(manifests))
                .setManifests(manifests)
                .setDestination(destination())
                .setSyncPolicy(SyncPolicy.newBuilder().build())
                .setDeclaredAt(Gate.START)
                .build();
    }

    /** Creates the ConfigMap of these manifests. */
    public static SyncRequested request(long generation, String manifests) {
        return request(generation, manifests, SyncCause.COMMIT);
    }

    public static SyncRequested request(long generation, String manifests, SyncCause cause) {
        return SyncRequested.newBuilder()
                .setApplication(WEB)
                .setDelivery(DELIVERY)
                .setGeneration(generation)
                .setRevision("r" + generation)
                .setDigest(digest(manifests))
                .setCluster("in-cluster")
                .setDestination(destination())
                .setPlanDigest("sha256:plan-" + generation)
                .setChanges(
                        List.of(
                                ObjectChange.newBuilder()
                                        .setObject(
                                                new ObjectRef("", "v1", "ConfigMap", "shop", "web"))
                                        .setChange(Change.CREATE)
                                        .build()))
                .setCause(cause)
                .setRequester("reconciler")
                .setRequestedAt(Gate.START.plusSeconds(generation))
                .build();
    }

    public static Commanded command(Command command, String actor, Instant at) {
        return Commanded.newBuilder()
                .setApplication(WEB)
                .setCommand(command)
                .setActor(actor)
                .setReason("because")
                .setCommandedAt(at)
                .build();
    }

    public static RollbackIssued rollback(String fromDigest, Instant at) {
        return RollbackIssued.newBuilder()
                .setApplication(WEB)
                .setRollout("shop/web")
                .setDelivery(DELIVERY)
                .setTemplate("sha256:t")
                .setFromRevision("bad")
                .setFromDigest(fromDigest)
                .setToRevision("good")
                .setToDigest("sha256:good")
                .setReason("FAILED_CHECKS: too many errors")
                .setIssuedAt(at)
                .build();
    }

    private static Destination destination() {
        return new Destination("in-cluster", "", "shop");
    }

    private Requests() {}
}
