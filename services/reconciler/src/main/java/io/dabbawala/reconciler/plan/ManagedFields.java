package io.dabbawala.reconciler.plan;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who owns which field of a live object. */
final class ManagedFields {

    /** The fields that we applied, as a tree of {@code f:name}, {@code k:{...}}, {@code v:...}. */
    static Map<String, Object> ours(LiveObject live) {
        return Tree.list(live.content(), "metadata", "managedFields").stream()
                .filter(ManagedFields::isOurs)
                .map(entry -> Tree.map(entry, "fieldsV1"))
                .findAny()
                .orElse(Map.of());
    }

    /**
     * Who else last wrote one of these fields. A field that is gone is nobody's: then it is whoever
     * wrote to the object last, after us.
     */
    static Optional<FieldWriter> writerOf(LiveObject live, List<FieldChange> changes) {
        var others =
                Tree.list(live.content(), "metadata", "managedFields").stream()
                        .filter(entry -> !isOurs(entry) && isOfObject(entry))
                        .sorted(Comparator.comparing(ManagedFields::timeOf).reversed())
                        .toList();
        var owner =
                others.stream()
                        .filter(entry -> changes.stream().anyMatch(change -> owns(entry, change)))
                        .findFirst();
        var remover =
                others.stream()
                        .filter(_ -> changes.stream().anyMatch(change -> change.live() == null))
                        .filter(entry -> timeOf(entry).compareTo(ourTime(live)) >= 0)
                        .findFirst();
        return owner.or(() -> remover).map(ManagedFields::writer);
    }

    /** The part of a tree below one step of a path; null if there is none. */
    static @Nullable Map<String, Object> below(Map<String, Object> fields, String step) {
        if (!step.startsWith("k:")) {
            return fields.containsKey(step) ? Tree.map(fields, step) : null;
        }
        var key = Json.object(step.substring(2));
        return fields.keySet().stream()
                .filter(one -> one.startsWith("k:"))
                .filter(one -> Json.object(one.substring(2)).equals(key))
                .map(one -> Tree.map(fields, one))
                .findAny()
                .orElse(null);
    }

    private static boolean owns(Object entry, FieldChange change) {
        var fields = Tree.map(entry, "fieldsV1");
        for (var step : change.fieldPath()) {
            var below = below(fields, step);
            if (below == null) {
                return false;
            }
            fields = below;
            if (fields.isEmpty()) {
                return true; // owned as a whole
            }
        }
        return true;
    }

    private static boolean isOurs(Object entry) {
        return Tree.text(entry, "manager").equals(ApplyOptions.FIELD_MANAGER)
                && Tree.text(entry, "operation").equals("Apply")
                && isOfObject(entry);
    }

    private static boolean isOfObject(Object entry) {
        return Tree.text(entry, "subresource").isEmpty();
    }

    private static String ourTime(LiveObject live) {
        return Tree.list(live.content(), "metadata", "managedFields").stream()
                .filter(ManagedFields::isOurs)
                .map(ManagedFields::timeOf)
                .findAny()
                .orElse("");
    }

    /** RFC 3339 in UTC, so its order is that of the text. */
    private static String timeOf(Object entry) {
        return Tree.text(entry, "time");
    }

    private static FieldWriter writer(Object entry) {
        return new FieldWriter(
                Tree.text(entry, "manager"), Tree.text(entry, "operation"), instant(timeOf(entry)));
    }

    private static @Nullable Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException _) {
            return null;
        }
    }

    private ManagedFields() {}
}
