package io.dabbawala.console.timeline;

import io.dabbawala.console.event.Health;
import io.dabbawala.console.event.SyncResult;
import io.dabbawala.console.event.Verdict;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How a delivery ended; finishedAt is null while it is under way. */
public record DeliveryOutcome(Word word, @Nullable Instant finishedAt) {

    public enum Word {
        DELIVERED("Delivered"),
        ROLLED_BACK("RolledBack"),
        DENIED("Denied"),
        HELD("Held"),
        IN_PROGRESS("InProgress"),
        FAILED("Failed");

        private final String word;

        Word(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    private static final DeliveryOutcome IN_PROGRESS = new DeliveryOutcome(Word.IN_PROGRESS, null);

    /** The view is that of the events of this delivery alone. */
    public static DeliveryOutcome of(ApplicationView delivery) {
        var rollback = delivery.rollback();
        if (rollback != null) {
            return new DeliveryOutcome(Word.ROLLED_BACK, rollback.time());
        }
        var desired = delivery.desired();
        if (desired != null && desired.problem() != null) {
            return new DeliveryOutcome(Word.FAILED, desired.time());
        }
        return delivery.successes().stream()
                .findFirst()
                .map(success -> synced(delivery, success))
                .orElseGet(() -> onItsWay(delivery));
    }

    private static DeliveryOutcome onItsWay(ApplicationView delivery) {
        var generation =
                Stream.of(
                                Optional.ofNullable(delivery.desired()),
                                Optional.ofNullable(delivery.plan().request()),
                                Optional.ofNullable(delivery.plan().verdict()))
                        .flatMap(Optional::stream)
                        .mapToLong(event -> event.generation())
                        .max()
                        .orElse(0);
        return switch (delivery.plan().step(generation)) {
            case Plan.Step.Nowhere _, Plan.Step.Found _, Plan.Step.Asked _ -> IN_PROGRESS;
            case Plan.Step.Judged(var verdict) -> judged(verdict);
            case Plan.Step.Done(var result) -> done(result);
        };
    }

    private static DeliveryOutcome judged(Verdict verdict) {
        return switch (verdict.decision()) {
            case DENIED -> new DeliveryOutcome(Word.DENIED, verdict.time());
            case HELD -> new DeliveryOutcome(Word.HELD, null);
            case ADMITTED, UNKNOWN -> IN_PROGRESS;
        };
    }

    private static DeliveryOutcome done(SyncResult result) {
        return switch (result.outcome()) {
            case FAILED -> new DeliveryOutcome(Word.FAILED, result.finishedAt());
            case SUCCEEDED, OUT_OF_DATE, UNKNOWN -> IN_PROGRESS;
        };
    }

    private static DeliveryOutcome synced(ApplicationView delivery, Success success) {
        var rollout = delivery.rollout();
        if (rollout.isPresent()) {
            return rolledOut(rollout.get(), success);
        }
        if (success.healthyAt() != null) {
            return new DeliveryOutcome(Word.DELIVERED, success.healthyAt());
        }
        var health = delivery.plan().health();
        return health != null && health.health() == Health.DEGRADED
                ? new DeliveryOutcome(Word.FAILED, health.time())
                : IN_PROGRESS;
    }

    private static DeliveryOutcome rolledOut(RolloutView rollout, Success success) {
        return switch (rollout.phase()) {
            case SUCCEEDED, INITIALIZED ->
                    new DeliveryOutcome(Word.DELIVERED, latest(rollout.time(), success.syncedAt()));
            case FAILED -> new DeliveryOutcome(Word.FAILED, rollout.time());
            case UNKNOWN,
                    INITIALIZING,
                    WAITING,
                    PROGRESSING,
                    WAITING_PROMOTION,
                    PROMOTING,
                    FINALISING ->
                    IN_PROGRESS;
        };
    }

    private static Instant latest(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
