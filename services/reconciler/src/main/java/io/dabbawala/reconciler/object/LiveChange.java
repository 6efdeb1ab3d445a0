package io.dabbawala.reconciler.object;

/** Something happened to an object in the cluster. */
public sealed interface LiveChange {

    /** As it is now, or as it was at last. */
    LiveObject object();

    default ObjectRef ref() {
        return object().ref();
    }

    /** It is there, for the first time or differently than before. */
    record Seen(LiveObject object) implements LiveChange {}

    /** Nothing but its status is another than before. */
    record StatusMoved(LiveObject before, LiveObject object) implements LiveChange {}

    record Gone(LiveObject object) implements LiveChange {}
}
