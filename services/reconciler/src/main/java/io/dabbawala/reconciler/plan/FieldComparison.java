package io.dabbawala.reconciler.plan;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Walks a declared and a live object side by side. What is declared must be live; what we applied
 * once and do not declare any more must be gone; whatever else is live is not ours.
 */
public final class FieldComparison {

    private static final Set<String> NOT_COMPARED =
            Set.of(
                    "/apiVersion",
                    "/kind",
                    "/status",
                    "/metadata/managedFields",
                    "/metadata/resourceVersion",
                    "/metadata/generation",
                    "/metadata/creationTimestamp",
                    "/metadata/uid",
                    "/metadata/selfLink");

    private final Set<String> owned;
    private final boolean isPrediction;
    private final List<FieldChange> changes = new ArrayList<>();

    private FieldComparison(Set<String> owned, boolean isPrediction) {
        this.owned = owned;
        this.isPrediction = isPrediction;
    }

    /**
     * @param owned JSON pointers of fields that are decided elsewhere
     */
    public static List<FieldChange> of(Manifest manifest, LiveObject live, Set<String> owned) {
        var comparison = new FieldComparison(owned, false);
        comparison.objects(
                FieldPosition.ROOT, manifest.content(), live.content(), ManagedFields.ours(live));
        return List.copyOf(comparison.changes);
    }

    /** What an apply would change, from what a dry run of it answered. */
    static List<FieldChange> predicted(LiveObject predicted, LiveObject live) {
        var comparison = new FieldComparison(Set.of(), true);
        comparison.objects(FieldPosition.ROOT, predicted.content(), live.content(), Map.of());
        return List.copyOf(comparison.changes);
    }

    private void objects(
            FieldPosition at,
            Map<String, Object> desired,
            Map<String, Object> live,
            Map<String, Object> ours) {
        desired.forEach(
                (name, value) -> {
                    if (value != null) {
                        values(at.field(name), value, live.get(name), below(ours, "f:" + name));
                    }
                });
        live.forEach(
                (name, value) -> {
                    if (desired.get(name) == null
                            && value != null
                            && (isPrediction || ours.containsKey("f:" + name))) {
                        differs(at.field(name), null, value, isPrediction);
                    }
                });
    }

    private void values(
            FieldPosition at, Object desired, @Nullable Object live, Map<String, Object> ours) {
        if (owned.contains(at.pointer()) || NOT_COMPARED.contains(at.pointer())) {
            return;
        }
        if (desired instanceof Map<?, ?> && live instanceof Map<?, ?>) {
            objects(at, Tree.map(desired), Tree.map(live), ours);
        } else if (desired instanceof List<?> && live instanceof List<?>) {
            lists(at, Tree.list(desired), Tree.list(live), ours);
        } else if (live == null || !isSame(desired, live)) {
            differs(at, desired, live, isPrediction || isCertain(desired, live));
        }
    }

    private void lists(
            FieldPosition at, List<Object> desired, List<Object> live, Map<String, Object> ours) {
        var keys = ListKeys.of(at.name(), desired, ours);
        if (keys.isPresent()) {
            keyed(at, desired, live, ours, keys.get());
        } else if (isSet(at, ours)) {
            sets(at, desired, live, ours);
        } else if (desired.size() != live.size()) {
            differs(at, desired, live, isPrediction);
        } else {
            for (int i = 0; i < desired.size(); i++) {
                values(at.element(i), desired.get(i), live.get(i), Map.of());
            }
        }
    }

    private void keyed(
            FieldPosition at,
            List<Object> desired,
            List<Object> live,
            Map<String, Object> ours,
            List<String> keys) {
        for (int i = 0; i < desired.size(); i++) {
            var key = ListKeys.keyOf(desired.get(i), keys);
            int there = indexOf(key, live, keys);
            if (there < 0) {
                differs(at.element(i, key), desired.get(i), null, isPrediction);
            } else {
                var position = at.element(there, key);
                values(
                        position,
                        desired.get(i),
                        live.get(there),
                        below(ours, position.path().getLast()));
            }
        }
        for (int i = 0; i < live.size(); i++) {
            var key = ListKeys.keyOf(live.get(i), keys);
            var position = at.element(i, key);
            if (indexOf(key, desired, keys) < 0
                    && (isPrediction
                            || ManagedFields.below(ours, position.path().getLast()) != null)) {
                differs(position, null, live.get(i), isPrediction);
            }
        }
    }

    private void sets(
            FieldPosition at, List<Object> desired, List<Object> live, Map<String, Object> ours) {
        var left =
                live.stream()
                        .filter(one -> !desired.contains(one))
                        .filter(one -> isPrediction || ours.containsKey("v:" + Json.write(one)))
                        .toList();
        if (!live.containsAll(desired) || !left.isEmpty()) {
            differs(at, desired, live, isPrediction);
        }
    }

    private static boolean isSet(FieldPosition at, Map<String, Object> ours) {
        return at.name().equals("finalizers")
                || ours.keySet().stream().anyMatch(step -> step.startsWith("v:"));
    }

    private void differs(
            FieldPosition at, @Nullable Object desired, @Nullable Object live, boolean certain) {
        if (!owned.contains(at.pointer()) && !NOT_COMPARED.contains(at.pointer())) {
            changes.add(
                    new FieldChange(at.pointer(), at.path(), json(live), json(desired), certain));
        }
    }

    private static int indexOf(Map<String, Object> key, List<Object> list, List<String> keys) {
        return IntStream.range(0, list.size())
                .filter(i -> ListKeys.keyOf(list.get(i), keys).equals(key))
                .findFirst()
                .orElse(-1);
    }

    private static Map<String, Object> below(Map<String, Object> ours, String step) {
        return Objects.requireNonNullElse(ManagedFields.below(ours, step), Map.of());
    }

    private static boolean isSame(Object desired, Object live) {
        return desired.equals(live)
                || desired instanceof Number one
                        && live instanceof Number other
                        && number(one).compareTo(number(other)) == 0;
    }

    /**
     * Quantities, durations and times have several spellings; words, other numbers and flags do
     * not.
     */
    private static boolean isCertain(Object desired, @Nullable Object live) {
        if (desired instanceof String one && live instanceof String other) {
            return !one.equalsIgnoreCase(other) && !(startsAsNumber(one) && startsAsNumber(other));
        }
        return desired instanceof Number && live instanceof Number
                || desired instanceof Boolean && live instanceof Boolean;
    }

    private static boolean startsAsNumber(String text) {
        return !text.isEmpty() && "0123456789+-.".indexOf(text.charAt(0)) >= 0;
    }

    private static BigDecimal number(Number number) {
        return new BigDecimal(number.toString());
    }

    private static @Nullable String json(@Nullable Object value) {
        return value == null ? null : Json.write(value);
    }
}
