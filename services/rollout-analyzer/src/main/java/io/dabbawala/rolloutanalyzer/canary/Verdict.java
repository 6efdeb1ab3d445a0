package io.dabbawala.rolloutanalyzer.canary;

import io.dabbawala.rolloutanalyzer.judge.Measurement;
import java.util.List;

/** The analyzer's word on one rollout: its aim is what the reconciler shall bring about. */
public record Verdict(
        Kind kind, Aim aim, Tally tally, int threshold, String reason, List<Measurement> evidence) {

    public enum Kind {
        PROMOTE,
        HOLD,
        ROLL_BACK
    }

    public record Aim(Phase phase, int weight) {}

    public Verdict {
        evidence = List.copyOf(evidence);
    }

    /** Names this verdict among all of its attempt, so that a repeat is the same event. */
    public String step() {
        return "%d|%s|%s|%d".formatted(tally.ticks(), kind, aim.phase(), aim.weight());
    }

    /**
     * Whether the earlier revision shall be declared again. Not when the canary keeps the traffic
     * because the primary is the one that broke.
     */
    public boolean bringsEarlierBack() {
        return kind == Kind.ROLL_BACK && aim.weight() == 0;
    }

    boolean isBroughtAbout(Progress progress) {
        return kind == Kind.HOLD
                || aim.phase().isEnd() && progress.phase().isEnd()
                || progress.phase() == aim.phase() && progress.canaryWeight() == aim.weight();
    }
}
