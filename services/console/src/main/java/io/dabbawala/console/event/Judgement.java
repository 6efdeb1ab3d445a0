package io.dabbawala.console.event;

import java.util.List;

/** The analyzer's word on one rollout. */
public record Judgement(
        Header header,
        String application,
        String rollout,
        Answer answer,
        RolloutPhase phase,
        int canaryWeight,
        int failedChecks,
        int threshold,
        String reason,
        List<Measurement> evidence)
        implements Event {

    public enum Answer {
        UNKNOWN,
        PROMOTE,
        HOLD,
        ROLL_BACK
    }

    public Judgement {
        evidence = List.copyOf(evidence);
    }

    @Override
    public String summary() {
        return switch (answer) {
            case PROMOTE -> Sentence.because(step("to"), why(evidence));
            case HOLD ->
                    Sentence.because("canary held at %d %%".formatted(canaryWeight), why(evidence))
                            + checks();
            case ROLL_BACK ->
                    Sentence.because(
                                    "canary of %s must go back".formatted(rollout),
                                    why(Measurement.failed(evidence)))
                            + checks();
            case UNKNOWN -> Sentence.because("rollout " + rollout + " judged", reason);
        };
    }

    /** The same, when it is known what the weight was before. */
    public String summaryAfter(Judgement before) {
        return answer == Answer.PROMOTE && canaryWeight != before.canaryWeight()
                ? Sentence.because(step(before.canaryWeight() + " % ->"), why(evidence))
                : summary();
    }

    private String step(String direction) {
        return phase == RolloutPhase.PROGRESSING
                ? "canary %s %d %%".formatted(direction, canaryWeight)
                : "canary of %s: %s".formatted(rollout, phase.word());
    }

    private String why(List<Measurement> measured) {
        return measured.isEmpty() ? Reason.said(reason) : Measurement.sentences(measured);
    }

    private String checks() {
        return failedChecks == 0 ? "" : " (" + checks(failedChecks, threshold) + ")";
    }

    public static String checks(int failed, int threshold) {
        return "%d failed check%s of %d".formatted(failed, failed == 1 ? "" : "s", threshold);
    }
}
