package io.dabbawala.reconciler.preview;

import io.dabbawala.reconciler.object.FieldChange;
import io.dabbawala.reconciler.object.ObjectRef;
import java.util.List;
import java.util.Locale;

/**
 * What differs between an object as it is declared and as it is live.
 *
 * @param fields of a correction; values of Secrets are redacted
 */
public record DiffLine(ObjectRef ref, Change change, List<FieldChange> fields) {

    public enum Change {
        NONE,
        CREATE,
        CORRECT,
        PRUNE;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public DiffLine {
        fields = List.copyOf(fields);
    }

    static DiffLine of(ObjectRef ref, Change change) {
        return new DiffLine(ref, change, List.of());
    }

    static DiffLine of(ObjectRef ref, List<FieldChange> fields) {
        return new DiffLine(ref, fields.isEmpty() ? Change.NONE : Change.CORRECT, fields);
    }
}
