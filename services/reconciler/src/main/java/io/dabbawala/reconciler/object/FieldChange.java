package io.dabbawala.reconciler.object;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One field that differs.
 *
 * @param pointer RFC 6901, list elements by their position
 * @param fieldPath the same way in the words of managedFields: {@code f:spec}, {@code
 *     k:{"name":"web"}}
 * @param live JSON; null if the object has no such field
 * @param desired JSON; null if no such field is declared any more
 * @param isCertain whether the API server could not have meant the same by both
 * @param changedBy who else wrote the field last; null if nobody is known to have
 */
public record FieldChange(
        String pointer,
        List<String> fieldPath,
        @Nullable String live,
        @Nullable String desired,
        boolean isCertain,
        @Nullable FieldWriter changedBy) {

    private static final String REDACTED = "\"<redacted, differs>\"";

    public FieldChange {
        fieldPath = List.copyOf(fieldPath);
    }

    public FieldChange(
            String pointer,
            List<String> fieldPath,
            @Nullable String live,
            @Nullable String desired,
            boolean isCertain) {
        this(pointer, fieldPath, live, desired, isCertain, null);
    }

    /** The change without the values. */
    public FieldChange redacted() {
        return new FieldChange(
                pointer,
                fieldPath,
                live == null ? null : REDACTED,
                desired == null ? null : REDACTED,
                isCertain,
                changedBy);
    }

    public FieldChange by(@Nullable FieldWriter writer) {
        return new FieldChange(pointer, fieldPath, live, desired, isCertain, writer);
    }
}
