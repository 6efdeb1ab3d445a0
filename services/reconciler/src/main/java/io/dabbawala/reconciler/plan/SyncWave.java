package io.dabbawala.reconciler.plan;

import io.dabbawala.reconciler.hook.Phase;
import java.util.List;

/** The steps that are taken together, in order; prunes come first. */
public record SyncWave(Phase phase, long number, List<SyncStep> steps) {

    public SyncWave {
        steps = List.copyOf(steps);
    }

    /** {@code PreSync 1}; the phase Sync goes without saying. */
    @Override
    public String toString() {
        return phase == Phase.SYNC ? Long.toString(number) : phase + " " + number;
    }
}
