package io.dabbawala.console;

import io.dabbawala.console.event.Commit;
import io.dabbawala.console.event.Desired;
import io.dabbawala.console.event.Drift;
import io.dabbawala.console.event.Finding;
import io.dabbawala.console.event.Header;
import io.dabbawala.console.event.Health;
import io.dabbawala.console.event.Judgement;
import io.dabbawala.console.event.Measurement;
import io.dabbawala.console.event.ObjectChange;
import io.dabbawala.console.event.ObjectRef;
import io.dabbawala.console.event.ObjectResult;
import io.dabbawala.console.event.Order;
import io.dabbawala.console.event.Problem;
import io.dabbawala.console.event.Rollback;
import io.dabbawala.console.event.RolloutPhase;
import io.dabbawala.console.event.RolloutProgress;
import io.dabbawala.console.event.SyncCause;
import io.dabbawala.console.event.SyncRequest;
import io.dabbawala.console.event.SyncResult;
import io.dabbawala.console.event.Verdict;
import io.dabbawala.console.event.Verdict.Decision;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Words for events of the application argocd/shop. The last number is the second after noon; a
 * generation is also a delivery.
 */
public final class Told {

    public static final String SHOP = "argocd/shop";
    public static final String ROLLOUT = "shop/web";
    public static final String GOOD = "9c81d2e0000000000000000000000000000000aa";
    public static final String BAD = "3f2a1bc0000000000000000000000000000000bb";
    public static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    public static final ObjectRef WEB = new ObjectRef("Deployment", "shop", "web");

    public static String delivery(long generation) {
        return "0193a5b0-0000-7000-8000-%012d".formatted(generation);
    }

    public static String digest(String revision) {
        return "sha256:" + (revision + "0".repeat(64)).substring(0, 64);
    }

    public static Header header(String type, String topic, long generation, int second) {
        return new Header(
                "%s-%d-%d".formatted(type, generation, second),
                type,
                topic,
                "test",
                SHOP,
                NOON.plusSeconds(second),
                generation == 0 ? "" : delivery(generation),
                "");
    }

    public static Header causedBy(String cause, Header header) {
        return new Header(
                header.id(),
                header.type(),
                header.topic(),
                header.source(),
                header.subject(),
                header.time(),
                header.delivery(),
                cause);
    }

    public static Commit commit(String revision, int second) {
        return new Commit(
                header("CommitDetected", "commits", 0, second),
                "shop",
                "refs/heads/main",
                "",
                revision,
                "Asha",
                "More replicas\n\nfor Diwali",
                "VALID",
                false);
    }

    public static Desired desired(long generation, String revision, int second) {
        return desired(generation, revision, SyncCause.COMMIT, second);
    }

    public static Desired desired(long generation, String revision, SyncCause cause, int second) {
        return new Desired(
                header("DesiredState", "desired-states", generation, second),
                SHOP,
                revision,
                generation,
                digest(revision),
                cause,
                true,
                true,
                null);
    }

    public static Desired unrenderable(long generation, int second) {
        return new Desired(
                header("DesiredState", "desired-states", generation, second),
                SHOP,
                GOOD,
                generation,
                digest(GOOD),
                SyncCause.COMMIT,
                true,
                true,
                new Problem("apps/web.yaml", 3, 5, "RENDER_FAILED: not a mapping", BAD));
    }

    public static Drift drift(long generation, String plan, SyncCause cause, int second) {
        return waiting(generation, plan, cause, second, "");
    }

    public static Drift waiting(
            long generation, String plan, SyncCause cause, int second, String reason) {
        return new Drift(
                header("DriftFound", "drifts", generation, second),
                SHOP,
                generation,
                GOOD,
                plan,
                cause,
                List.of(
                        new ObjectChange(
                                WEB,
                                ObjectChange.Change.CORRECT,
                                List.of(new ObjectChange.Field("/spec/replicas", "5", "2")),
                                new ObjectChange.Writer("kubectl-edit", NOON.plusSeconds(3)))),
                reason,
                List.of());
    }

    public static SyncRequest request(long generation, String plan, int second) {
        return new SyncRequest(
                header("SyncRequested", "sync-requests", generation, second),
                SHOP,
                generation,
                GOOD,
                plan,
                2,
                "reconciler",
                "");
    }

    public static Verdict admitted(long generation, String plan, int second) {
        return verdict(generation, plan, Decision.ADMITTED, "", second);
    }

    public static Verdict held(long generation, String plan, String reason, int second) {
        return verdict(generation, plan, Decision.HELD, reason, second);
    }

    public static Verdict denied(long generation, String plan, int second) {
        return verdict(generation, plan, Decision.DENIED, "POLICY_DENIED", second);
    }

    public static Verdict verdict(
            long generation, String plan, Decision decision, String reason, int second) {
        return new Verdict(
                header("GateVerdict", "gate-verdicts", generation, second),
                SHOP,
                generation,
                GOOD,
                digest(GOOD),
                plan,
                decision,
                decision == Decision.DENIED && reason.equals("POLICY_DENIED")
                        ? List.of(finding())
                        : List.of(),
                reason,
                null);
    }

    public static SyncResult synced(long generation, String revision, String plan, int second) {
        return result(generation, revision, plan, SyncResult.Outcome.SUCCEEDED, second);
    }

    public static SyncResult syncFailed(long generation, String plan, int second) {
        return result(generation, GOOD, plan, SyncResult.Outcome.FAILED, second);
    }

    public static SyncResult healthNow(long generation, Health health, int sequence, int second) {
        return new SyncResult(
                header("SyncFinished", "sync-results", generation, second),
                SHOP,
                generation,
                GOOD,
                digest(GOOD),
                "plan",
                SyncResult.Outcome.SUCCEEDED,
                "",
                health,
                health == Health.HEALTHY ? "" : "1 of 2 replicas ready",
                sequence,
                List.of(),
                List.of(),
                NOON,
                NOON.plusSeconds(second));
    }

    /** The same result once this is asked for in vain. */
    public static SyncResult noting(SyncResult of, String note) {
        return new SyncResult(
                of.header(),
                of.application(),
                of.generation(),
                of.revision(),
                of.digest(),
                of.planDigest(),
                of.outcome(),
                of.reason(),
                of.health(),
                of.healthMessage(),
                of.sequence(),
                of.objects(),
                List.of(note),
                of.startedAt(),
                of.finishedAt());
    }

    public static RolloutProgress progress(
            long generation, RolloutPhase phase, int weight, int second) {
        return new RolloutProgress(
                header("RolloutProgressed", "rollout-progress", generation, second),
                SHOP,
                ROLLOUT,
                BAD,
                phase,
                weight,
                true,
                "");
    }

    public static Judgement judged(
            long generation, Judgement.Answer answer, int weight, int second) {
        var passed = answer == Judgement.Answer.PROMOTE;
        return new Judgement(
                header("RolloutJudged", "rollout-verdicts", generation, second),
                SHOP,
                ROLLOUT,
                answer,
                RolloutPhase.PROGRESSING,
                weight,
                passed ? 0 : 1,
                2,
                "",
                List.of(successRate(passed ? 99.8 : 81.2)));
    }

    public static Rollback rollback(long generation, int second) {
        return new Rollback(
                header("RollbackIssued", "rollbacks", generation, second),
                SHOP,
                ROLLOUT,
                BAD,
                digest(BAD),
                GOOD,
                "CHECKS_FAILED: 2 failed checks of 2",
                List.of(successRate(81.2)));
    }

    public static Order order(Order.Wanted wanted, String digest, int second) {
        return new Order(
                header("Commanded", "commands", 0, second),
                SHOP,
                wanted,
                "asha",
                "because",
                digest,
                "");
    }

    public static Measurement successRate(@Nullable Double percent) {
        return new Measurement(
                "request-success-rate",
                percent == null ? "NO_DATA" : "VALUE",
                percent,
                99.0,
                null,
                1_000,
                Duration.ofSeconds(10),
                percent != null && percent >= 99,
                "");
    }

    public static Finding finding() {
        return new Finding(
                "data-locality",
                "Deny",
                new ObjectRef("ConfigMap", "shop", "web"),
                "/data/DATABASE_REGION",
                "must start with india-");
    }

    private static SyncResult result(
            long generation, String revision, String plan, SyncResult.Outcome outcome, int second) {
        var failed = outcome == SyncResult.Outcome.FAILED;
        return new SyncResult(
                header("SyncFinished", "sync-results", generation, second),
                SHOP,
                generation,
                revision,
                digest(revision),
                plan,
                outcome,
                "",
                failed ? Health.UNKNOWN : Health.HEALTHY,
                "",
                0,
                List.of(
                        new ObjectResult(
                                WEB,
                                failed
                                        ? ObjectResult.Outcome.CONFLICTED
                                        : ObjectResult.Outcome.CONFIGURED,
                                failed ? Health.UNKNOWN : Health.HEALTHY,
                                failed ? "FIELD_CONFLICT: spec.replicas is owned by hpa" : "")),
                List.of(),
                NOON.plusSeconds(second - 1L),
                NOON.plusSeconds(second));
    }

    private Told() {}
}
