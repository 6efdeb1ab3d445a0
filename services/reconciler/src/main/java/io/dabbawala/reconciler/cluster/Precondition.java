package io.dabbawala.reconciler.cluster;

import io.dabbawala.reconciler.object.LiveObject;

/** What must hold of an object for it to be written: who decided long ago may know too little. */
public sealed interface Precondition {

    /** Whatever it is like by now. */
    record None() implements Precondition {}

    /** It is not there, or nobody has applied it in our name. */
    record Absent() implements Precondition {}

    /** It is there, and nobody has applied it in our name since it was like this. */
    record Since(LiveObject looked) implements Precondition {}
}
