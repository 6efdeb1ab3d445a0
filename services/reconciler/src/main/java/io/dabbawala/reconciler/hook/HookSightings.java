package io.dabbawala.reconciler.hook;

import io.dabbawala.reconciler.plan.LiveChange;
import io.dabbawala.reconciler.plan.LiveObject;
import io.dabbawala.reconciler.plan.ObjectRef;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How hooks were when they were last seen before they went. A hook may end and be cleared away
 * between two looks; how it ended still counts.
 */
public final class HookSightings {

    private final Map<ObjectRef, LiveObject> gone = new ConcurrentHashMap<>();

    public void changed(LiveChange change) {
        switch (change) {
            case LiveChange.Seen(var object) -> gone.remove(object.ref());
            case LiveChange.Gone(var last) -> {
                if (HookObject.isOurs(last)) {
                    gone.put(last.ref(), last);
                }
            }
        }
    }

    Optional<LiveObject> last(ObjectRef ref) {
        return Optional.ofNullable(gone.get(ref));
    }

    void forget(ObjectRef ref) {
        gone.remove(ref);
    }
}
