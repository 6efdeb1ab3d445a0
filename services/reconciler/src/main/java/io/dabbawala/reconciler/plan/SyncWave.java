package io.dabbawala.reconciler.plan;

import java.util.List;

/** The steps that are taken together, in order; prunes come first. */
public record SyncWave(int number, List<SyncStep> steps) {

    public SyncWave {
        steps = List.copyOf(steps);
    }
}
