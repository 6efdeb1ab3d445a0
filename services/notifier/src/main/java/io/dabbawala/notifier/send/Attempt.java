package io.dabbawala.notifier.send;

import java.time.Duration;

/** What came of trying once. Reasons begin with a code. */
public sealed interface Attempt {

    record Accepted() implements Attempt {}

    /**
     * @param atLeast how long the recipient wants to be left alone; zero if it did not say
     */
    record TryLater(String reason, Duration atLeast) implements Attempt {}

    /** Trying again would not help. */
    record Refused(String reason) implements Attempt {}
}
