package io.dabbawala.console.event;

/** What the cluster looks like for one Canary. */
public record RolloutProgress(
        Header header,
        String application,
        String rollout,
        String revision,
        RolloutPhase phase,
        int canaryWeight,
        boolean canaryReady,
        String message)
        implements Event {

    @Override
    public String summary() {
        return Sentence.because(
                "rollout %s %s: canary of %s has %d %% of the traffic%s"
                        .formatted(
                                rollout,
                                phase.word(),
                                Sentence.revision(revision),
                                canaryWeight,
                                phase.isUnderWay() && !canaryReady ? ", not ready" : ""),
                Reason.said(message));
    }
}
