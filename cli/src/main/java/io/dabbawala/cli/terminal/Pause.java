package io.dabbawala.cli.terminal;

import io.dabbawala.cli.answer.CommandFailed;
import java.time.Duration;

/** Waiting for the next look. */
public final class Pause {

    public static void of(Duration span) {
        try {
            Thread.sleep(span);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw CommandFailed.no("interrupted");
        }
    }

    private Pause() {}
}
