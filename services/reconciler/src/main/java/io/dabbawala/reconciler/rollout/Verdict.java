package io.dabbawala.reconciler.rollout;

/**
 * What shall be brought about.
 *
 * @param template of the release it was given for, as was its delivery
 * @param aim empty for a verdict that only says to wait, or that says nothing known here
 * @param weight the canary's share in percent
 */
public record Verdict(String template, String delivery, Aim aim, int weight) {

    /** Where a verdict wants the rollout to be. */
    public enum Aim {
        STAY,
        PROGRESSING,
        PROMOTING,
        FINALISING,
        SUCCEEDED,
        FAILED
    }

    public Verdict {
        weight = Math.clamp(weight, 0, Stage.ALL);
    }
}
