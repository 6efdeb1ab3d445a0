package io.dabbawala.reconciler.diff;

import io.dabbawala.reconciler.object.FieldChange;
import io.dabbawala.reconciler.object.Json;
import io.dabbawala.reconciler.object.Tree;
import io.dabbawala.reconciler.ownership.ManagedFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Walks a declared and a live object side by side. What is declared must be live; what was applied
 * once and is not declared any more must be gone; whatever else is live belongs to others.
 */
final class FieldWalk {

    private static final Set<String> NOT_COMPARED =
            Set.of(
                    "/apiVersion",
                    "/kind",
                    "/metadata/namespace",
                    "/metadata/managedFields",
                    "/metadata/resourceVersion",
                    "/metadata/generation",
                    "/metadata/creationTimestamp",
                    "/metadata/uid",
                    "/metadata/selfLink");

    /** Of a field that was applied with all that is in it. */
    private static final Map<String, Object> WHOLE = Map.of("", Map.of());

    private final FieldRules rules;
    private final Predicate<FieldPosition> isPassedOver;
    private final boolean isPrediction;
    private final List<FieldChange> changes = new ArrayList<>();

    private FieldWalk(
            FieldRules rules, Predicate<FieldPosition> isPassedOver, boolean isPrediction) {
        this.rules = rules;
        this.isPassedOver = isPassedOver;
        this.isPrediction = isPrediction;
    }

    /**
     * @param applied what was applied once, in the words of managedFields
     */
    static List<FieldChange> declared(
            FieldRules rules,
            Map<String, Object> desired,
            Map<String, Object> live,
            Map<String, Object> applied,
            Predicate<FieldPosition> isPassedOver) {
        var walk = new FieldWalk(rules, isPassedOver, false);
        walk.objects(FieldPosition.ROOT, desired, live, applied, false);
        return List.copyOf(walk.changes);
    }

    /** Everything that two states of the same object do not have in common. */
    static List<FieldChange> predicted(
            FieldRules rules, Map<String, Object> predicted, Map<String, Object> live) {
        var walk = new FieldWalk(rules, _ -> false, true);
        walk.objects(FieldPosition.ROOT, predicted, live, Map.of(), true);
        return List.copyOf(walk.changes);
    }

    /**
     * @param isWhole whether everything that is live must be declared
     */
    private void objects(
            FieldPosition at,
            Map<String, Object> desired,
            Map<String, Object> live,
            Map<String, Object> applied,
            boolean isWhole) {
        desired.forEach(
                (name, value) -> {
                    if (value != null) {
                        var steps = below(applied, "f:" + name);
                        values(at.field(name), value, live.get(name), steps, isWhole);
                    }
                });
        live.forEach(
                (name, value) -> {
                    if (desired.get(name) == null && value != null) {
                        undeclared(at.field(name), value, applied, isWhole);
                    }
                });
    }

    private void undeclared(
            FieldPosition at, Object live, Map<String, Object> applied, boolean isWhole) {
        var once = ManagedFields.below(applied, at.step());
        if (isPrediction || isWhole && !rules.isUnsaid(at, live)) {
            differs(at, null, live, isPrediction);
        } else if (once != null && !rules.isUnsaid(at, live)) {
            gone(at, live, once);
        }
    }

    /** Of free names only those that were applied have to go; anything else goes as a whole. */
    private void gone(FieldPosition at, Object live, Map<String, Object> once) {
        if (live instanceof Map<?, ?> && ServerForm.isFreeMap(at) && !once.isEmpty()) {
            objects(at, Map.of(), Tree.map(live), once, false);
        } else if (!(live instanceof List<?> list
                && !list.isEmpty()
                && AppliedFields.isEmpty(once))) {
            differs(at, null, live, false);
        }
    }

    private void values(
            FieldPosition at,
            Object desired,
            @Nullable Object live,
            Map<String, Object> applied,
            boolean isWhole) {
        if (isPassedOver(at)) {
            return;
        }
        if (live == null) {
            if (!rules.isUnsaid(at, desired)) {
                differs(at, desired, null, isPrediction);
            }
        } else if (!isWhole && wasNeverApplied(applied) && rules.isLeftOut(at, desired)) {
            return; // as if it were not declared
        } else if (desired instanceof Map<?, ?> && live instanceof Map<?, ?>) {
            var members = Tree.map(desired);
            var isAllOurs = isWhole || isWhole(applied) && !members.isEmpty();
            objects(at, members, Tree.map(live), applied, isAllOurs);
        } else if (desired instanceof List<?> && live instanceof List<?>) {
            lists(at, Tree.list(desired), Tree.list(live), applied);
        } else if (!rules.isSame(at, desired, live)) {
            differs(at, desired, live, isPrediction || isCertain(at, desired, live));
        }
    }

    private void lists(
            FieldPosition at,
            List<Object> desired,
            List<Object> live,
            Map<String, Object> applied) {
        var keys = rules.keys(at, desired, live, applied);
        if (keys.isPresent()) {
            keyed(at, desired, live, applied, keys.get());
        } else if (FieldRules.isSet(at, applied)) {
            sets(at, desired, live, applied);
        } else if (desired.size() != live.size()) {
            differs(at, desired, live, isPrediction);
        } else {
            for (int i = 0; i < desired.size(); i++) {
                element(at.element(i), desired.get(i), live.get(i), applied);
            }
        }
    }

    private void element(
            FieldPosition at,
            @Nullable Object desired,
            @Nullable Object live,
            Map<String, Object> applied) {
        if (desired != null) {
            var isWhole = isPrediction || isWhole(applied) || rules.isWholeElement(at);
            values(at, desired, live, below(applied, at.step()), isWhole);
        } else if (live != null) {
            differs(at, null, live, isPrediction);
        }
    }

    private void keyed(
            FieldPosition at,
            List<Object> desired,
            List<Object> live,
            Map<String, Object> applied,
            List<String> keys) {
        int last = -1;
        var isOrdered = true;
        for (int i = 0; i < desired.size(); i++) {
            var key = MergeKeys.keyOf(desired.get(i), keys);
            int there = indexOf(key, live, keys);
            if (there < 0) {
                differs(at.element(i, key), desired.get(i), null, isPrediction);
            } else {
                isOrdered &= there > last;
                last = there;
                var position = at.element(there, key);
                var steps = below(applied, position.step());
                values(position, desired.get(i), live.get(there), steps, isPrediction);
            }
        }
        if (!isOrdered) {
            differs(at, desired, live, isPrediction);
        }
        left(at, desired, live, applied, keys);
    }

    private void left(
            FieldPosition at,
            List<Object> desired,
            List<Object> live,
            Map<String, Object> applied,
            List<String> keys) {
        for (int i = 0; i < live.size(); i++) {
            var key = MergeKeys.keyOf(live.get(i), keys);
            var position = at.element(i, key);
            if (indexOf(key, desired, keys) < 0
                    && (isPrediction || ManagedFields.below(applied, position.step()) != null)) {
                differs(position, null, live.get(i), isPrediction);
            }
        }
    }

    private void sets(
            FieldPosition at,
            List<Object> desired,
            List<Object> live,
            Map<String, Object> applied) {
        var left =
                live.stream()
                        .filter(one -> !desired.contains(one))
                        .filter(one -> isPrediction || applied.containsKey("v:" + Json.write(one)))
                        .toList();
        if (!live.containsAll(desired) || !left.isEmpty()) {
            differs(at, desired, live, isPrediction);
        }
    }

    private void differs(
            FieldPosition at, @Nullable Object desired, @Nullable Object live, boolean certain) {
        if (!isPassedOver(at)) {
            changes.add(
                    new FieldChange(at.pointer(), at.path(), json(live), json(desired), certain));
        }
    }

    /**
     * Whether an apply would change a status, only the API server knows: most kinds keep it apart.
     */
    private static boolean isCertain(FieldPosition at, Object desired, Object live) {
        return FieldRules.isCertain(desired, live) && !at.pointer().startsWith("/status/");
    }

    private boolean isPassedOver(FieldPosition at) {
        return at.depth() <= 2 && NOT_COMPARED.contains(at.pointer()) || isPassedOver.test(at);
    }

    private static int indexOf(Map<String, Object> key, List<Object> list, List<String> keys) {
        return IntStream.range(0, list.size())
                .filter(i -> MergeKeys.keyOf(list.get(i), keys).equals(key))
                .findFirst()
                .orElse(-1);
    }

    private static boolean isWhole(Map<String, Object> applied) {
        return applied.equals(WHOLE);
    }

    private static boolean wasNeverApplied(Map<String, Object> applied) {
        return applied.isEmpty() || AppliedFields.isEmpty(applied);
    }

    private static Map<String, Object> below(Map<String, Object> applied, String step) {
        var below = ManagedFields.below(applied, step);
        return below == null ? Map.of() : below.isEmpty() ? WHOLE : below;
    }

    private static @Nullable String json(@Nullable Object value) {
        return value == null ? null : Json.write(value);
    }
}
