package io.dabbawala.notifier.send;

/** The way to a recipient. */
@FunctionalInterface
public interface Channel {

    /** Tries once, in bounded time. */
    Attempt attempt(Notice notice);
}
