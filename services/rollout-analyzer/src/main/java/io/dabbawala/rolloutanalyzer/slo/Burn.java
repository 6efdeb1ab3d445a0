package io.dabbawala.rolloutanalyzer.slo;

import io.dabbawala.rolloutanalyzer.judge.Counts;

/** How fast the budget was spent over one window. */
public record Burn(String window, double rate, long samples) {

    static Burn of(String window, Objective objective, Counts counts) {
        return new Burn(window, rate(objective, counts), counts.total());
    }

    static double rate(Objective objective, Counts counts) {
        return counts.errorRatio() / (1 - objective.target());
    }
}
