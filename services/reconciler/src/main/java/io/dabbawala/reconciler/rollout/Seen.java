package io.dabbawala.reconciler.rollout;

import io.dabbawala.reconciler.object.ObjectRef;
import java.util.Optional;
import java.util.Set;

/**
 * What came of a look.
 *
 * @param objects all that were looked at, whether they are there or not
 * @param standing empty while there is none
 * @param progress empty while there is nothing to tell
 */
record Seen(Set<ObjectRef> objects, Optional<Standing> standing, Optional<Progress> progress) {

    Seen {
        objects = Set.copyOf(objects);
    }
}
