package io.dabbawala.reconciler.diff;

import io.dabbawala.reconciler.object.FieldChange;
import io.dabbawala.reconciler.object.ObjectRef;
import java.util.List;
import java.util.Set;

/** Takes the values of Secrets out of what is told. Only what cannot hold one keeps its value. */
final class Secrecy {

    private static final Set<String> PLAIN = Set.of("/type", "/immutable");
    private static final List<String> PLAIN_BELOW =
            List.of("/metadata/labels", "/metadata/annotations/");

    static FieldChange shown(ObjectRef ref, FieldChange change) {
        return ref.isOfKind("", "Secret") && !isPlain(change) ? change.redacted() : change;
    }

    private static boolean isPlain(FieldChange change) {
        var pointer = change.pointer();
        return PLAIN.contains(pointer)
                || PLAIN_BELOW.stream().anyMatch(pointer::startsWith)
                        && !pointer.contains("last-applied-configuration");
    }

    private Secrecy() {}
}
