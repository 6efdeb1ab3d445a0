package io.dabbawala.gitwatcher.kafka;

import io.dabbawala.gitwatcher.declare.Ledger;

/** Where what was said is kept. */
@FunctionalInterface
public interface Memory {

    /** All of it, as of now. */
    Ledger read();
}
