package io.dabbawala.rolloutanalyzer.judge;

import org.jspecify.annotations.Nullable;

/** Limits that themselves still pass; an absent one limits nothing. */
public record Range(@Nullable Double minimum, @Nullable Double maximum) {

    public boolean limitsNothing() {
        return minimum == null && maximum == null;
    }

    boolean contains(double value) {
        return (minimum == null || value >= minimum) && (maximum == null || value <= maximum);
    }

    String refusing(double value) {
        return minimum != null && value < minimum ? "below " + minimum : "above " + maximum;
    }
}
