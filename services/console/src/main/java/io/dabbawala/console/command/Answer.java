package io.dabbawala.console.command;

/** What becomes of a wish. */
public sealed interface Answer {

    record Accepted(Command command) implements Answer {}

    /** The wish itself is at fault. */
    record Malformed(String problem) implements Answer {}

    record NotFound(String problem) implements Answer {}

    /** The wish does not fit where the application stands. */
    record Conflict(String problem) implements Answer {}
}
