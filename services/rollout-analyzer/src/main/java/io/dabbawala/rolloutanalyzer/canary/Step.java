package io.dabbawala.rolloutanalyzer.canary;

import java.util.List;

/** A rollout afterwards, and what is to be said: nothing or one verdict. */
public record Step(Rollout rollout, List<Verdict> verdicts) {

    static Step silent(Rollout rollout) {
        return new Step(rollout, List.of());
    }
}
