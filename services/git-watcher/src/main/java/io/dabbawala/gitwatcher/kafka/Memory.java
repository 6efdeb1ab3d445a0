package io.dabbawala.gitwatcher.kafka;

import io.dabbawala.gitwatcher.declare.ledger.Ledger;
import io.dabbawala.gitwatcher.watch.Told;

/** Where what was said is kept. */
public interface Memory {

    /** All of it, as of now. */
    Ledger read();

    /** How far the moves of a repository's refs were told. */
    Told told(String repository);
}
