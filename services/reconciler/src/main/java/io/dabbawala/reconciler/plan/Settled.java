package io.dabbawala.reconciler.plan;

import io.dabbawala.reconciler.diff.Comparison;
import io.dabbawala.reconciler.object.LiveObject;
import io.dabbawala.reconciler.object.Manifest;
import io.dabbawala.reconciler.object.ObjectRef;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * The last looks that found nothing to do. Of ten news about an object nine are about its status:
 * they cannot make it differ from what is declared. Where something is ignored they can, so those
 * looks are not kept.
 */
final class Settled {

    private static final int KEPT = 256;

    /**
     * One declared object beside the live one.
     *
     * @param elsewhere JSON pointers of fields that are decided elsewhere
     */
    record Look(
            Manifest manifest,
            LiveObject live,
            Comparison comparison,
            CompareOptions options,
            Set<String> elsewhere) {

        private boolean saysTheSameAs(Look other) {
            return comparison.equals(other.comparison)
                    && options.equals(other.options)
                    && elsewhere.equals(other.elsewhere)
                    && manifest.equals(other.manifest)
                    && live.isAsBesidesStatus(other.live);
        }
    }

    private final Map<ObjectRef, Look> looks = new LinkedHashMap<>(KEPT, 0.75f, true);

    /** Whether nothing is to be done because nothing was, and nothing that counts has changed. */
    synchronized boolean still(Look look) {
        var last = looks.get(look.live().ref());
        return last != null && look.saysTheSameAs(last);
    }

    synchronized void found(Look look) {
        if (look.comparison().isBlindToStatus()) {
            looks.put(look.live().ref(), look);
            if (looks.size() > KEPT) {
                looks.remove(looks.keySet().iterator().next());
            }
        }
    }

    synchronized void forget(ObjectRef ref) {
        looks.remove(ref);
    }
}
