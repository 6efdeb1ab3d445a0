package io.dabbawala.reconciler.ownership;

import io.dabbawala.reconciler.cluster.ApplyOptions;
import io.dabbawala.reconciler.object.FieldChange;
import io.dabbawala.reconciler.object.FieldWriter;
import io.dabbawala.reconciler.object.Json;
import io.dabbawala.reconciler.object.LiveObject;
import io.dabbawala.reconciler.object.Tree;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who owns which field of a live object. */
public final class ManagedFields {

    /** Whether we have applied the object already. */
    public static boolean areOurs(LiveObject live) {
        return entries(live).stream().anyMatch(ManagedFields::isOurs);
    }

    /** Whether both know the same of what we applied, and when: times are in whole seconds. */
    public static boolean areOursTheSame(LiveObject one, LiveObject other) {
        return ours(one).equals(ours(other));
    }

    private static List<Object> ours(LiveObject live) {
        return entries(live).stream().filter(ManagedFields::isOurs).toList();
    }

    public static List<Object> entries(LiveObject live) {
        return Tree.list(live.content(), "metadata", "managedFields");
    }

    /** The fields of an entry, as a tree of {@code f:name}, {@code k:{...}}, {@code v:...}. */
    public static Map<String, Object> fields(Object entry) {
        return Tree.map(entry, "fieldsV1");
    }

    public static String managerOf(Object entry) {
        return Tree.text(entry, "manager");
    }

    public static boolean isOurs(Object entry) {
        return managerOf(entry).equals(ApplyOptions.FIELD_MANAGER) && isApplied(entry);
    }

    public static boolean isApplied(Object entry) {
        return Tree.text(entry, "operation").equals("Apply")
                && Tree.text(entry, "subresource").isEmpty();
    }

    /** Who else last wrote one of these fields. */
    public static Optional<FieldWriter> writerOf(LiveObject live, List<FieldChange> changes) {
        return changes.stream()
                .flatMap(change -> writerOf(live, change).stream())
                .max(Comparator.comparing(ManagedFields::timeOf));
    }

    /**
     * Who else last wrote this field. A field that is gone is nobody's: then it is whoever wrote to
     * the object last, after us.
     */
    public static Optional<FieldWriter> writerOf(LiveObject live, FieldChange change) {
        var others =
                entries(live).stream()
                        .filter(entry -> !isOurs(entry) && !isOfStatus(entry))
                        .sorted(Comparator.comparing(ManagedFields::timeOf).reversed())
                        .toList();
        var owner = others.stream().filter(entry -> owns(entry, change)).findFirst();
        var remover =
                others.stream()
                        .filter(_ -> change.live() == null)
                        .filter(entry -> timeOf(entry).compareTo(ourTime(live)) >= 0)
                        .findFirst();
        return owner.or(() -> remover).map(ManagedFields::writer);
    }

    /** What is in one of two trees of fields. */
    public static Map<String, Object> union(Map<String, Object> one, Map<String, Object> other) {
        var both = new LinkedHashMap<>(one);
        other.forEach(
                (step, below) ->
                        both.merge(
                                step,
                                below,
                                (first, second) -> union(Tree.map(first), Tree.map(second))));
        return both;
    }

    /** The part of a tree below one step of a path; null if there is none. */
    public static @Nullable Map<String, Object> below(Map<String, Object> fields, String step) {
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

    public static boolean owns(Object entry, FieldChange change) {
        var fields = fields(entry);
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

    private static boolean isOfStatus(Object entry) {
        return Tree.text(entry, "subresource").equals("status");
    }

    private static String ourTime(LiveObject live) {
        return entries(live).stream()
                .filter(ManagedFields::isOurs)
                .map(ManagedFields::timeOf)
                .findAny()
                .orElse("");
    }

    /** RFC 3339 in UTC, so its order is that of the text. */
    private static String timeOf(Object entry) {
        return Tree.text(entry, "time");
    }

    private static Instant timeOf(FieldWriter writer) {
        var time = writer.time();
        return time == null ? Instant.MIN : time;
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
