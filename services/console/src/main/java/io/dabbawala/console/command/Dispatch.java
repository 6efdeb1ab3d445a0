package io.dabbawala.console.command;

import java.time.Instant;

/** Where commands leave. */
public interface Dispatch {

    /**
     * Returns the id of the event once the command is safe. The same seed at the same time is the
     * same event, however often it is sent.
     */
    String send(Command command, String seed, Instant at);
}
