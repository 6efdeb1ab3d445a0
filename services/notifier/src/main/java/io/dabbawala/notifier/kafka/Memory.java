package io.dabbawala.notifier.kafka;

/** Where what was settled is kept. */
@FunctionalInterface
public interface Memory {

    /** All of it, as of now. */
    Past read();
}
