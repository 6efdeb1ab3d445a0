package io.dabbawala.rolloutanalyzer.canary;

import java.util.List;

/**
 * The canary's share of traffic, step by step, in percent. A step width wins over a list of steps.
 * Whether a weight is the last is asked before the step is added: 20 up to 50 goes 20, 40, 60.
 */
public record Weights(int stepWeight, List<Integer> steps, int declaredMaximum) {

    private static final int ALL = 100;

    public Weights {
        steps = List.copyOf(steps);
    }

    boolean isLast(int weight) {
        return weight >= maximum();
    }

    /** The weight after this one; the same one when nothing says how to go on. */
    int after(int weight) {
        return Math.clamp((long) weight + step(weight), 0, ALL);
    }

    private int maximum() {
        if (!steps.isEmpty()) {
            return Math.min(steps.getLast(), ALL);
        }
        return declaredMaximum > 0 ? declaredMaximum : ALL;
    }

    private int step(int weight) {
        if (stepWeight > 0 || steps.isEmpty()) {
            return Math.max(stepWeight, 0);
        }
        if (weight == 0) {
            return steps.getFirst();
        }
        var at = steps.indexOf(weight);
        return at >= 0 && at + 1 < steps.size() ? steps.get(at + 1) - weight : ALL - weight;
    }
}
