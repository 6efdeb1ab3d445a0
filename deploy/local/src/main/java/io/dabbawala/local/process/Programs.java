package io.dabbawala.local.process;

import io.dabbawala.local.step.StepFailed;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/** Programs that are started one by one and stopped together. */
public final class Programs implements AutoCloseable {

    private static final Executor THREADS = task -> Thread.ofVirtual().start(task);

    private final Path logs;
    private final Guard guard;
    private final Duration grace;
    private final List<Runnable> stops = new ArrayList<>();
    private boolean closed;

    /**
     * @param logs the folder their logs go to
     * @param grace how long each may take to end when it is asked to
     */
    public Programs(Path logs, Guard guard, Duration grace) {
        this.logs = logs;
        this.guard = guard;
        this.grace = grace;
    }

    public Path logs() {
        return logs;
    }

    /**
     * @throws StepFailed when everything was stopped already
     */
    public synchronized Program start(Program.Command command) {
        refuseWhenClosed();
        var program = Program.start(command, logs, guard);
        stops.add(() -> program.stop(grace));
        return program;
    }

    /**
     * Something that is stopped by a command line: it will run with the others' end, or when this
     * process is gone.
     */
    public synchronized void stopBy(String command, Runnable stop) {
        refuseWhenClosed();
        guard.lastly(command);
        stops.add(stop);
    }

    /** Stops all at once and waits for them. Twice is fine. */
    @Override
    public void close() {
        CompletableFuture.allOf(
                        taken().stream()
                                .map(stop -> CompletableFuture.runAsync(stop, THREADS))
                                .toArray(CompletableFuture<?>[]::new))
                .join();
    }

    private synchronized List<Runnable> taken() {
        closed = true;
        var all = List.copyOf(stops);
        stops.clear();
        return all;
    }

    private void refuseWhenClosed() {
        if (closed) {
            throw new StepFailed("to start a program", "the platform is being stopped");
        }
    }
}
