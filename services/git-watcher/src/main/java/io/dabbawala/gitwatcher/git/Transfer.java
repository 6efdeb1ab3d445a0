package io.dabbawala.gitwatcher.git;

import io.dabbawala.gitwatcher.watch.HostAnswer;

/** Talks to the host of a mirror. Every object is checked before it is kept. */
public interface Transfer {

    HostAnswer advertised();

    /** Brings everything the host has into the mirror. */
    HostAnswer fetch();

    /** Packs the mirror anew, or leaves it for another time. */
    default void packing(Runnable packing) {
        packing.run();
    }
}
