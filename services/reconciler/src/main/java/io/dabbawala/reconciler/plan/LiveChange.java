package io.dabbawala.reconciler.plan;

/** Something happened to an object in the cluster. */
public sealed interface LiveChange {

    ObjectRef ref();

    /** It is there, for the first time or differently than before. */
    record Seen(LiveObject object) implements LiveChange {
        @Override
        public ObjectRef ref() {
            return object.ref();
        }
    }

    record Gone(LiveObject last) implements LiveChange {
        @Override
        public ObjectRef ref() {
            return last.ref();
        }
    }
}
