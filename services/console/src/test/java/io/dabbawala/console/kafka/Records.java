package io.dabbawala.console.kafka;

import static io.dabbawala.console.Told.GOOD;
import static io.dabbawala.console.Told.NOON;
import static io.dabbawala.console.Told.SHOP;
import static io.dabbawala.console.Told.delivery;
import static io.dabbawala.console.Told.digest;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.dabbawala.console.command.Command;
import io.dabbawala.console.command.Wish;
import io.dabbawala.console.event.Order;
import io.dabbawala.events.Classification;
import io.dabbawala.events.CommitDetected;
import io.dabbawala.events.DeadLetter;
import io.dabbawala.events.Declared;
import io.dabbawala.events.DesiredState;
import io.dabbawala.events.Destination;
import io.dabbawala.events.DriftFound;
import io.dabbawala.events.ErrorBudgetMeasured;
import io.dabbawala.events.Finding;
import io.dabbawala.events.GateDecision;
import io.dabbawala.events.GateVerdict;
import io.dabbawala.events.Health;
import io.dabbawala.events.HintSource;
import io.dabbawala.events.Measurement;
import io.dabbawala.events.NoticeOutcome;
import io.dabbawala.events.NoticeSettled;
import io.dabbawala.events.ObjectOutcome;
import io.dabbawala.events.ObjectRef;
import io.dabbawala.events.ObjectResult;
import io.dabbawala.events.PushHinted;
import io.dabbawala.events.RollbackIssued;
import io.dabbawala.events.RolloutJudged;
import io.dabbawala.events.RolloutPhase;
import io.dabbawala.events.RolloutProgressed;
import io.dabbawala.events.RolloutVerdict;
import io.dabbawala.events.SyncCause;
import io.dabbawala.events.SyncFinished;
import io.dabbawala.events.SyncOutcome;
import io.dabbawala.events.SyncPolicy;
import io.dabbawala.events.SyncRequested;
import java.nio.ByteBuffer;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;

/** One record of every topic the console reads. */
public final class Records {

    private static final String PLAN = "sha256:plan";
    private static final ObjectRef WEB =
            ObjectRef.newBuilder()
                    .setGroup("apps")
                    .setKind("Deployment")
                    .setNamespace("shop")
                    .setName("web")
                    .build();
    private static final Measurement MEASURED =
            Measurement.newBuilder()
                    .setMetric("request-success-rate")
                    .setClassification(Classification.VALUE)
                    .setValue(81.2)
                    .setMinimum(99.0)
                    .build();

    public static SpecificRecord push() {
        return PushHinted.newBuilder()
                .setRepository("shop")
                .setSource(HintSource.WEBHOOK)
                .setSender("github")
                .setHintedAt(NOON)
                .build();
    }

    public static CommitDetected commit() {
        return CommitDetected.newBuilder()
                .setRepository("shop")
                .setRef("refs/heads/main")
                .setNewRevision(GOOD)
                .setAuthorName("Asha")
                .setMessage("Replicas")
                .setDetectedAt(NOON)
                .build();
    }

    public static SpecificRecord declared() {
        return new Declared(
                "argoproj.io/v1alpha1",
                "Application",
                "argocd",
                "shop",
                "{}",
                "shop",
                GOOD,
                "shop.yaml");
    }

    public static DesiredState.Builder desired() {
        return DesiredState.newBuilder()
                .setApplication(SHOP)
                .setDelivery(delivery(3))
                .setRepository("shop")
                .setRevision(GOOD)
                .setGeneration(3)
                .setDigest(digest(GOOD))
                .setManifests("[]")
                .setDestination(new Destination("", "", ""))
                .setSyncPolicy(new SyncPolicy(true, true, true, false, List.of()))
                .setDeclaredAt(NOON);
    }

    public static SpecificRecord drift() {
        return new DriftFound(
                SHOP,
                delivery(3),
                3L,
                GOOD,
                "in-cluster",
                PLAN,
                SyncCause.LIVE_CHANGE,
                List.of(
                        io.dabbawala.events.ObjectChange.newBuilder()
                                .setObject(WEB)
                                .setChange(io.dabbawala.events.Change.PRUNE)
                                .build()),
                "",
                List.of("IGNORE_FAILED: env"),
                NOON);
    }

    public static SpecificRecord request() {
        return SyncRequested.newBuilder()
                .setApplication(SHOP)
                .setDelivery(delivery(3))
                .setGeneration(3)
                .setRevision(GOOD)
                .setDigest(digest(GOOD))
                .setCluster("in-cluster")
                .setDestination(new Destination("", "", ""))
                .setPlanDigest(PLAN)
                .setChanges(List.of())
                .setCause(SyncCause.COMMIT)
                .setRequester("reconciler")
                .setRequestedAt(NOON)
                .build();
    }

    public static SpecificRecord verdict() {
        return GateVerdict.newBuilder()
                .setApplication(SHOP)
                .setDelivery(delivery(3))
                .setGeneration(3)
                .setRevision(GOOD)
                .setDigest(digest(GOOD))
                .setPlanDigest(PLAN)
                .setCluster("in-cluster")
                .setDecision(GateDecision.DENIED)
                .setFindings(List.of(new Finding("pinned", 0, "Deny", WEB, "/spec", "no tag")))
                .setJudgedAt(NOON)
                .build();
    }

    public static SpecificRecord result() {
        return SyncFinished.newBuilder()
                .setApplication(SHOP)
                .setDelivery(delivery(3))
                .setGeneration(3)
                .setRevision(GOOD)
                .setDigest(digest(GOOD))
                .setPlanDigest(PLAN)
                .setCluster("in-cluster")
                .setCause(SyncCause.COMMIT)
                .setOutcome(SyncOutcome.SUCCEEDED)
                .setHealth(Health.HEALTHY)
                .setObjects(
                        List.of(new ObjectResult(WEB, ObjectOutcome.CREATED, Health.HEALTHY, "")))
                .setStartedAt(NOON)
                .setFinishedAt(NOON.plusSeconds(2))
                .build();
    }

    public static SpecificRecord progress() {
        return RolloutProgressed.newBuilder()
                .setRollout("shop/web")
                .setApplication(SHOP)
                .setDelivery(delivery(3))
                .setRevision(GOOD)
                .setDigest(digest(GOOD))
                .setTemplate("t")
                .setPhase(RolloutPhase.PROGRESSING)
                .setCanaryWeight(20)
                .setPrimaryWeight(80)
                .setCanaryReady(true)
                .setPrimaryReady(true)
                .setObservedAt(NOON)
                .build();
    }

    public static SpecificRecord judged() {
        return RolloutJudged.newBuilder()
                .setRollout("shop/web")
                .setApplication(SHOP)
                .setDelivery(delivery(3))
                .setTemplate("t")
                .setVerdict(RolloutVerdict.HOLD)
                .setPhase(RolloutPhase.PROGRESSING)
                .setCanaryWeight(20)
                .setFailedChecks(1)
                .setThreshold(2)
                .setEvidence(List.of(MEASURED))
                .setJudgedAt(NOON)
                .build();
    }

    public static SpecificRecord rollback() {
        return new RollbackIssued(
                SHOP,
                "shop/web",
                delivery(3),
                "t",
                "bad",
                "d",
                GOOD,
                "d",
                "",
                List.of(MEASURED),
                NOON);
    }

    public static SpecificRecord budget() {
        return new ErrorBudgetMeasured(
                "checkout", "shop", 0.999, "P30D", List.of(), 0.5, 1L, 1L, NOON);
    }

    public static SpecificRecord notice() {
        return NoticeSettled.newBuilder()
                .setNotice("n")
                .setOutcome(NoticeOutcome.DELIVERED)
                .setChannel("slack")
                .setRecipient("#ops")
                .setEvent("e")
                .setEventType("GateVerdict")
                .setText("t")
                .setAttempts(1)
                .setSettledAt(NOON)
                .build();
    }

    public static SpecificRecord deadLetter() {
        return DeadLetter.newBuilder()
                .setTopic("drifts")
                .setPartition(1)
                .setOffset(7)
                .setKey(ByteBuffer.wrap("a/b".getBytes(UTF_8)))
                .setService("notifier")
                .setReason("x")
                .setKeptAt(NOON)
                .build();
    }

    public static Command command() {
        return new Command(
                SHOP,
                Order.Wanted.APPROVE,
                new Wish.Person("asha", "seen"),
                new Wish.Target(delivery(3), digest(GOOD), ""));
    }

    private Records() {}
}
