package io.dabbawala.gitwatcher.watch;

/** What the host of a repository said. */
public sealed interface HostAnswer {

    record Answered(Refs refs) implements HostAnswer {}

    /** Not now, or not in a form that may be kept: the next look asks again. */
    record Unreachable(String reason) implements HostAnswer {}
}
