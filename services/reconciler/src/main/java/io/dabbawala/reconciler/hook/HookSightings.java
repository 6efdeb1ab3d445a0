package io.dabbawala.reconciler.hook;

import io.dabbawala.reconciler.object.LiveChange;
import io.dabbawala.reconciler.object.LiveObject;
import io.dabbawala.reconciler.object.ObjectRef;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * How hooks were when they were last seen before they went. A hook may end and be cleared away
 * between two looks; how it ended still counts. Only the newest are kept.
 */
public final class HookSightings {

    private static final int KEPT = 1_000;

    private final SequencedMap<ObjectRef, LiveObject> gone = new LinkedHashMap<>();

    public synchronized void changed(LiveChange change) {
        switch (change) {
            case LiveChange.Seen _, LiveChange.StatusMoved _ -> gone.remove(change.ref());
            case LiveChange.Gone(var last) -> {
                if (HookObject.isOurs(last)) {
                    gone.putLast(last.ref(), last);
                }
                if (gone.size() > KEPT) {
                    gone.pollFirstEntry();
                }
            }
        }
    }

    synchronized Optional<LiveObject> last(ObjectRef ref) {
        return Optional.ofNullable(gone.get(ref));
    }

    synchronized void forget(ObjectRef ref) {
        gone.remove(ref);
    }
}
