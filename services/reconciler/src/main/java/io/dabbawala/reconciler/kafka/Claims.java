package io.dabbawala.reconciler.kafka;

import io.dabbawala.platform.Envelope;
import io.dabbawala.reconciler.application.DesiredState;
import io.dabbawala.reconciler.object.LiveObject;
import io.dabbawala.reconciler.object.Manifest;
import io.dabbawala.reconciler.object.ObjectRef;
import io.dabbawala.reconciler.plan.Planner;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Which application an object belongs to, and who hears that its objects are as declared. */
public final class Claims {

    private final Planner planner;
    private final SyncListener listener;
    private final Map<ObjectRef, String> declaredBy = new ConcurrentHashMap<>();

    public Claims(Planner planner, SyncListener listener) {
        this.planner = planner;
        this.listener = listener;
    }

    /** The one that declares it, else the one it says itself. */
    Optional<String> applicationOf(LiveObject object) {
        return Optional.ofNullable(declaredBy.get(object.ref()))
                .or(() -> planner.applicationOf(object));
    }

    /** Its objects are its own, and once they are as declared others may build on them. */
    void claim(DesiredState state, Envelope cause) {
        var declared = planner.declared(state);
        declared.stream()
                .map(Manifest::ref)
                .forEach(ref -> declaredBy.put(ref, state.application()));
        listener.synced(state, declared, cause);
    }
}
