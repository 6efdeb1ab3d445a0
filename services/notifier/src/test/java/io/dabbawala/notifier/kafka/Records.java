package io.dabbawala.notifier.kafka;

import io.dabbawala.events.Change;
import io.dabbawala.events.Classification;
import io.dabbawala.events.Declared;
import io.dabbawala.events.DesiredState;
import io.dabbawala.events.Destination;
import io.dabbawala.events.DriftFound;
import io.dabbawala.events.FieldChange;
import io.dabbawala.events.FieldWriter;
import io.dabbawala.events.Finding;
import io.dabbawala.events.GateDecision;
import io.dabbawala.events.GateVerdict;
import io.dabbawala.events.Health;
import io.dabbawala.events.Measurement;
import io.dabbawala.events.ObjectChange;
import io.dabbawala.events.ObjectOutcome;
import io.dabbawala.events.ObjectRef;
import io.dabbawala.events.ObjectResult;
import io.dabbawala.events.RollbackIssued;
import io.dabbawala.events.RolloutJudged;
import io.dabbawala.events.RolloutPhase;
import io.dabbawala.events.RolloutVerdict;
import io.dabbawala.events.SourceProblem;
import io.dabbawala.events.SyncCause;
import io.dabbawala.events.SyncFinished;
import io.dabbawala.events.SyncOutcome;
import io.dabbawala.events.SyncPolicy;
import java.time.Instant;
import java.util.List;

/** Events as the other services write them. */
final class Records {

    static final String SHOP = "argocd/shop";
    static final String DELIVERY = "019acb00-0000-7000-8000-000000000001";
    static final String GOOD = "a".repeat(40);
    static final String BAD = "b".repeat(40);
    static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    private static final ObjectRef WEB =
            ObjectRef.newBuilder()
                    .setKind("Deployment")
                    .setNamespace("shop")
                    .setName("web")
                    .build();

    static RollbackIssued rollback() {
        return RollbackIssued.newBuilder()
                .setApplication(SHOP)
                .setRollout("shop/web")
                .setDelivery(DELIVERY)
                .setTemplate("sha256:template")
                .setFromRevision(BAD)
                .setFromDigest("sha256:bad")
                .setToRevision(GOOD)
                .setToDigest("sha256:good")
                .setReason("FAILED_CHECKS: 5 of 5")
                .setEvidence(
                        List.of(
                                Measurement.newBuilder()
                                        .setMetric("request-success-rate")
                                        .setClassification(Classification.VALUE)
                                        .setValue(81.25)
                                        .setMinimum(99.0)
                                        .setSamples(4200)
                                        .build()))
                .setIssuedAt(NOON)
                .build();
    }

    static RolloutJudged judged(RolloutVerdict verdict, RolloutPhase phase) {
        return RolloutJudged.newBuilder()
                .setRollout("shop/web")
                .setApplication(SHOP)
                .setDelivery(DELIVERY)
                .setTemplate("sha256:template")
                .setVerdict(verdict)
                .setPhase(phase)
                .setCanaryWeight(0)
                .setJudgedAt(NOON)
                .build();
    }

    static GateVerdict verdict(GateDecision decision) {
        return GateVerdict.newBuilder()
                .setApplication(SHOP)
                .setDelivery(DELIVERY)
                .setGeneration(3)
                .setRevision(BAD)
                .setDigest("sha256:bad")
                .setPlanDigest("sha256:plan")
                .setCluster("in-cluster")
                .setDecision(decision)
                .setReason(decision == GateDecision.HELD ? "SYNC_WINDOW: closed" : "POLICY: broken")
                .setFindings(
                        List.of(
                                finding("Deny", "region must start with india-"),
                                finding("Warn", "no owner")))
                .setJudgedAt(NOON)
                .build();
    }

    private static Finding finding(String action, String message) {
        return Finding.newBuilder()
                .setPolicy("data-locality")
                .setAction(action)
                .setObject(WEB)
                .setField("spec.region")
                .setMessage(message)
                .build();
    }

    static SyncFinished result(
            SyncOutcome outcome, SyncCause cause, Health health, ObjectResult... objects) {
        return SyncFinished.newBuilder()
                .setApplication(SHOP)
                .setDelivery(DELIVERY)
                .setGeneration(3)
                .setRevision(GOOD)
                .setDigest("sha256:good")
                .setPlanDigest("sha256:plan")
                .setCluster("in-cluster")
                .setCause(cause)
                .setOutcome(outcome)
                .setReason(outcome == SyncOutcome.FAILED ? "FIELD_CONFLICT: spec.replicas" : "")
                .setHealth(health)
                .setHealthMessage("web: crashes")
                .setObjects(List.of(objects))
                .setStartedAt(NOON)
                .setFinishedAt(NOON)
                .build();
    }

    static ObjectResult object(ObjectOutcome outcome, String message) {
        return ObjectResult.newBuilder()
                .setObject(WEB)
                .setOutcome(outcome)
                .setMessage(message)
                .build();
    }

    static DriftFound drift(SyncCause cause) {
        return DriftFound.newBuilder()
                .setApplication(SHOP)
                .setDelivery(DELIVERY)
                .setGeneration(3)
                .setRevision(GOOD)
                .setCluster("in-cluster")
                .setPlanDigest("sha256:plan")
                .setCause(cause)
                .setChanges(
                        List.of(
                                ObjectChange.newBuilder()
                                        .setObject(WEB)
                                        .setChange(Change.CORRECT)
                                        .setFields(
                                                List.of(
                                                        FieldChange.newBuilder()
                                                                .setPath("/spec/replicas")
                                                                .build()))
                                        .setChangedBy(
                                                FieldWriter.newBuilder()
                                                        .setManager("kubectl-edit")
                                                        .build())
                                        .build()))
                .setFoundAt(NOON)
                .build();
    }

    static DesiredState.Builder desired() {
        return DesiredState.newBuilder()
                .setApplication(SHOP)
                .setDelivery(DELIVERY)
                .setRepository("shop")
                .setRevision(GOOD)
                .setGeneration(3)
                .setDigest("sha256:good")
                .setManifests("[]")
                .setDestination(Destination.newBuilder().build())
                .setSyncPolicy(SyncPolicy.newBuilder().build())
                .setDeclaredAt(NOON);
    }

    static SourceProblem problem(String file, int line) {
        return SourceProblem.newBuilder()
                .setRevision(BAD)
                .setFile(file)
                .setLine(line)
                .setColumn(2)
                .setReason("a tab")
                .build();
    }

    static Declared route(String name, String spec) {
        return Declared.newBuilder()
                .setApiVersion("dabbawala.io/v1")
                .setKind("NotificationRoute")
                .setNamespace("argocd")
                .setName(name)
                .setJson("{\"spec\":" + spec + "}")
                .setRepository("shop")
                .setRevision(GOOD)
                .setPath(name + ".yaml")
                .build();
    }

    private Records() {}
}
