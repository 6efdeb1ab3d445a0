package io.dabbawala.console.timeline;

import io.dabbawala.console.event.Event;
import io.dabbawala.console.event.Judgement;
import io.dabbawala.console.event.RolloutPhase;
import io.dabbawala.console.event.RolloutProgress;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The last report of the reconciler and the last word of the analyzer on one rollout. */
public record RolloutView(
        String rollout, @Nullable RolloutProgress progress, @Nullable Judgement judgement) {

    static RolloutView of(RolloutProgress progress) {
        return new RolloutView(progress.rollout(), progress, null);
    }

    static RolloutView of(Judgement judgement) {
        return new RolloutView(judgement.rollout(), null, judgement);
    }

    RolloutView and(RolloutView other) {
        return new RolloutView(
                rollout,
                other.progress == null ? progress : Event.later(progress, other.progress),
                other.judgement == null ? judgement : Event.later(judgement, other.judgement));
    }

    /** What the cluster looks like; before it was looked at, what the analyzer wants. */
    public RolloutPhase phase() {
        if (progress != null) {
            return progress.phase();
        }
        return judgement == null ? RolloutPhase.UNKNOWN : judgement.phase();
    }

    public int canaryWeight() {
        if (progress != null) {
            return progress.canaryWeight();
        }
        return judgement == null ? 0 : judgement.canaryWeight();
    }

    public int failedChecks() {
        return judgement == null ? 0 : judgement.failedChecks();
    }

    /** So many failed checks and the rollout goes back. */
    public int threshold() {
        return judgement == null ? 0 : judgement.threshold();
    }

    public Instant time() {
        if (progress == null) {
            return judgement == null ? Instant.MIN : judgement.time();
        }
        return judgement == null || judgement.time().isBefore(progress.time())
                ? progress.time()
                : judgement.time();
    }
}
