package io.dabbawala.platform;

/** What a record turned out to be. */
public sealed interface Reading<T> {

    record Event<T>(String key, T value, Envelope envelope) implements Reading<T> {}

    /** A tombstone: nothing is declared under this key any more. */
    record Removed<T>(String key, Envelope envelope) implements Reading<T> {}

    /** Nobody can read it; it is already kept as a dead letter. */
    record Unreadable<T>(String reason) implements Reading<T> {}
}
