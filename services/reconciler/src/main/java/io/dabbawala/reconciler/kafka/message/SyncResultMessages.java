package io.dabbawala.reconciler.kafka.message;

import io.dabbawala.events.ObjectOutcome;
import io.dabbawala.events.ObjectResult;
import io.dabbawala.events.SyncFinished;
import io.dabbawala.events.SyncOutcome;
import io.dabbawala.reconciler.application.SyncCause;
import io.dabbawala.reconciler.health.Health;
import io.dabbawala.reconciler.sync.SyncEvent;
import io.dabbawala.reconciler.sync.SyncResult;
import io.dabbawala.reconciler.sync.execution.ObjectResult.Outcome;
import io.dabbawala.reconciler.sync.execution.ObjectResult.WithHealth;
import java.util.List;

public final class SyncResultMessages {

    public static SyncFinished write(SyncEvent.Finished finished, String cluster) {
        var state = finished.state();
        var result = finished.result();
        return SyncFinished.newBuilder()
                .setApplication(state.application())
                .setDelivery(state.delivery())
                .setGeneration(result.generation())
                .setRevision(state.revision())
                .setDigest(state.digest())
                .setPlanDigest(result.planDigest())
                .setCluster(cluster)
                .setCause(ObjectMessages.write(result.cause()))
                .setOutcome(write(result.outcome()))
                .setReason(result.reason())
                .setHealth(ObjectMessages.write(result.health().status()))
                .setHealthMessage(result.health().message())
                .setSequence(result.sequence())
                .setObjects(result.objects().stream().map(SyncResultMessages::write).toList())
                .setNotes(result.notes())
                .setStartedAt(result.startedAt())
                .setFinishedAt(result.finishedAt())
                .build();
    }

    /** As much of it as the next turn needs. */
    public static SyncResult read(SyncFinished event) {
        return new SyncResult(
                event.getGeneration(),
                event.getPlanDigest(),
                read(event.getCause()),
                read(event.getOutcome()),
                event.getReason(),
                new Health(read(event.getHealth()), event.getHealthMessage()),
                0,
                event.getSequence(),
                List.of(),
                event.getNotes(),
                event.getStartedAt(),
                event.getFinishedAt());
    }

    private static ObjectResult write(WithHealth one) {
        return ObjectResult.newBuilder()
                .setObject(ObjectMessages.write(one.result().ref()))
                .setOutcome(write(one.result().outcome()))
                .setHealth(
                        one.health()
                                .map(health -> ObjectMessages.write(health.status()))
                                .orElse(io.dabbawala.events.Health.UNKNOWN))
                .setMessage(message(one))
                .build();
    }

    private static String message(WithHealth one) {
        return one.result().message().isEmpty()
                ? one.health().map(Health::message).orElse("")
                : one.result().message();
    }

    private static ObjectOutcome write(Outcome outcome) {
        return switch (outcome) {
            case CREATED -> ObjectOutcome.CREATED;
            case CONFIGURED -> ObjectOutcome.CONFIGURED;
            case UNCHANGED -> ObjectOutcome.UNCHANGED;
            case PRUNED -> ObjectOutcome.PRUNED;
            case PRUNE_SKIPPED -> ObjectOutcome.PRUNE_SKIPPED;
            case REJECTED -> ObjectOutcome.REJECTED;
        };
    }

    private static SyncOutcome write(SyncResult.Outcome outcome) {
        return switch (outcome) {
            case SUCCEEDED -> SyncOutcome.SUCCEEDED;
            case FAILED -> SyncOutcome.FAILED;
            case OUT_OF_DATE -> SyncOutcome.OUT_OF_DATE;
        };
    }

    private static SyncResult.Outcome read(SyncOutcome outcome) {
        return switch (outcome) {
            case SUCCEEDED -> SyncResult.Outcome.SUCCEEDED;
            case FAILED, UNKNOWN -> SyncResult.Outcome.FAILED;
            case OUT_OF_DATE -> SyncResult.Outcome.OUT_OF_DATE;
        };
    }

    private static SyncCause read(io.dabbawala.events.SyncCause cause) {
        return switch (cause) {
            case COMMIT, UNKNOWN -> SyncCause.COMMIT;
            case LIVE_CHANGE -> SyncCause.LIVE_CHANGE;
            case ROLLBACK -> SyncCause.ROLLBACK;
            case COMMAND -> SyncCause.COMMAND;
        };
    }

    private static Health.Status read(io.dabbawala.events.Health health) {
        return switch (health) {
            case HEALTHY -> Health.Status.HEALTHY;
            case SUSPENDED -> Health.Status.SUSPENDED;
            case PROGRESSING -> Health.Status.PROGRESSING;
            case MISSING -> Health.Status.MISSING;
            case DEGRADED -> Health.Status.DEGRADED;
            case UNKNOWN -> Health.Status.UNKNOWN;
        };
    }

    private SyncResultMessages() {}
}
