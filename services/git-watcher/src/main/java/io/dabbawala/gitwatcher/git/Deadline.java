package io.dabbawala.gitwatcher.git;

import java.time.Duration;
import org.eclipse.jgit.lib.EmptyProgressMonitor;

/** Ends a transfer that goes on for too long, however busy it looks. */
final class Deadline extends EmptyProgressMonitor {

    private final long end;

    Deadline(Duration duration) {
        this.end = System.nanoTime() + duration.toNanos();
    }

    @Override
    public boolean isCancelled() {
        return System.nanoTime() - end > 0;
    }
}
