package io.dabbawala.reconciler.cluster;

import io.dabbawala.reconciler.object.LiveObject;

/**
 * How to delete.
 *
 * @param uid delete only the object with this uid; empty: any of that name
 * @param resourceVersion delete only if nobody changed it since; empty: whatever it is now
 */
public record DeleteOptions(String uid, String resourceVersion, Propagation propagation) {

    public enum Propagation {
        FOREGROUND,
        BACKGROUND,
        ORPHAN
    }

    /** Only this object, in whatever state it is by now. */
    public static DeleteOptions of(LiveObject object, Propagation propagation) {
        return new DeleteOptions(object.uid(), "", propagation);
    }
}
