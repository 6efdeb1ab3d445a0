package io.dabbawala.console.timeline;

import io.dabbawala.console.event.Drift;
import io.dabbawala.console.event.Event;
import io.dabbawala.console.event.SyncRequest;
import io.dabbawala.console.event.SyncResult;
import io.dabbawala.console.event.Verdict;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How far the newest plan got: found as a drift, asked for, judged, carried out.
 *
 * <p>Drift, request and result have the reconciler's clock and say which plan is the newest; the
 * gate's verdict is held beside it by the plan's digest, because the gate has another clock.
 */
public record Plan(
        @Nullable Drift drift,
        @Nullable SyncRequest request,
        @Nullable Verdict verdict,
        @Nullable SyncResult result,
        @Nullable SyncResult health) {

    /** Where the newest plan stands. */
    public sealed interface Step {

        record Nowhere() implements Step {}

        record Found(Drift drift) implements Step {}

        record Asked(SyncRequest request) implements Step {}

        record Judged(Verdict verdict) implements Step {}

        record Done(SyncResult result) implements Step {}
    }

    static final Plan NONE = new Plan(null, null, null, null, null);

    Plan with(Drift seen) {
        return new Plan(Event.later(drift, seen), request, verdict, result, health);
    }

    Plan with(SyncRequest seen) {
        return new Plan(drift, Event.later(request, seen), verdict, result, health);
    }

    Plan with(Verdict seen) {
        return new Plan(drift, request, Event.later(verdict, seen), result, health);
    }

    /** A change of health has no objects and must not hide those of the sync. */
    Plan with(SyncResult seen) {
        var newHealth = Event.later(health, seen);
        return seen.isHealthUpdate()
                ? new Plan(drift, request, verdict, result, newHealth)
                : new Plan(drift, request, verdict, Event.later(result, seen), newHealth);
    }

    private record Candidate(Instant time, int order, Step step) {}

    /** What is known of this generation; what was before it no longer counts. */
    public Step step(long generation) {
        var found =
                of(drift, generation)
                        .map(seen -> new Candidate(seen.time(), 0, judgedOr(new Step.Found(seen))));
        var asked =
                of(request, generation)
                        .map(seen -> new Candidate(seen.time(), 1, judgedOr(new Step.Asked(seen))));
        var done =
                of(result, generation)
                        .map(seen -> new Candidate(seen.time(), 2, new Step.Done(seen)));
        return Stream.of(found, asked, done)
                .flatMap(Optional::stream)
                .max(Comparator.comparing(Candidate::time).thenComparing(Candidate::order))
                .map(Candidate::step)
                .or(() -> of(verdict, generation).map(Step.Judged::new))
                .orElseGet(Step.Nowhere::new);
    }

    private Step judgedOr(Step.Found found) {
        return judged(found.drift().planDigest()).orElse(found);
    }

    private Step judgedOr(Step.Asked asked) {
        return judged(asked.request().planDigest()).orElse(asked);
    }

    private Optional<Step> judged(String planDigest) {
        return Optional.ofNullable(verdict)
                .filter(known -> known.planDigest().equals(planDigest))
                .map(Step.Judged::new);
    }

    private static <E extends Event> Optional<E> of(@Nullable E event, long generation) {
        return Optional.ofNullable(event).filter(known -> known.generation() == generation);
    }
}
