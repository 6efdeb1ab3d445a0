package io.dabbawala.reconciler.kubernetes;

import io.dabbawala.reconciler.object.ObjectRef;
import java.util.LinkedHashMap;
import java.util.Map;

/** When the objects that went last were gone, as resourceVersions. */
final class Departures {

    private static final int KEPT = 1_000;

    private final Map<ObjectRef, Long> versions =
            new LinkedHashMap<>() {

                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<ObjectRef, Long> eldest) {
                    return size() > KEPT;
                }
            };

    /**
     * @param version 0 if the server did not say
     */
    void note(ObjectRef ref, long version) {
        if (version > 0) {
            versions.merge(ref, version, Math::max);
        }
    }

    /** Whether the object went at this version or later; one of a later version is another one. */
    boolean isAfter(ObjectRef ref, long version) {
        return versions.getOrDefault(ref, 0L) >= version && version > 0;
    }
}
