package io.dabbawala.reconciler.sync.execution;

import io.dabbawala.reconciler.plan.SyncStep;
import io.dabbawala.reconciler.plan.SyncWave;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/** Takes the steps of a wave: those of one kind at the same time, then those of the next. */
final class WaveExecution {

    private final Function<SyncStep, ObjectResult> step;

    WaveExecution(Function<SyncStep, ObjectResult> step) {
        this.step = step;
    }

    List<ObjectResult> take(SyncWave wave) {
        var results = new ArrayList<ObjectResult>();
        var steps = wave.steps();
        for (int from = 0; from < steps.size(); ) {
            int to = from + 1;
            while (to < steps.size() && isAlike(steps.get(from), steps.get(to))) {
                to++;
            }
            results.addAll(together(steps.subList(from, to)));
            from = to;
        }
        return results;
    }

    private static boolean isAlike(SyncStep one, SyncStep other) {
        return one.ref().kind().equals(other.ref().kind())
                && one instanceof SyncStep.Prune == other instanceof SyncStep.Prune;
    }

    private List<ObjectResult> together(List<SyncStep> steps) {
        if (steps.size() == 1) {
            return List.of(step.apply(steps.getFirst()));
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = steps.stream().map(one -> threads.submit(() -> step.apply(one))).toList();
            return running.stream().map(WaveExecution::await).toList();
        }
    }

    private static ObjectResult await(Future<ObjectResult> running) {
        try {
            return running.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failure
                    ? failure
                    : new IllegalStateException("a step broke: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while steps were taken", e);
        }
    }
}
