package io.dabbawala.reconciler.diff;

import io.dabbawala.reconciler.object.Json;
import io.dabbawala.reconciler.object.LiveObject;
import io.dabbawala.reconciler.object.Tree;
import io.dabbawala.reconciler.ownership.Deliverers;
import io.dabbawala.reconciler.ownership.ManagedFields;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was applied to an object from Git before, by us or by the tool that had it until now, in the
 * words of managedFields.
 */
final class AppliedFields {

    /** Of one that was empty, it alone was applied and nothing in it. */
    private static final Map<String, Object> ITSELF = Map.of(".", Map.of());

    /**
     * Our own entry knows best. Before there is one, what another deliverer applied server-side
     * counts, and if none did, what kubectl or Argo CD wrote down of a client-side apply.
     */
    static Map<String, Object> of(LiveObject live) {
        var applied =
                ManagedFields.entries(live).stream().filter(ManagedFields::isApplied).toList();
        return applied.stream()
                .filter(ManagedFields::isOurs)
                .findAny()
                .map(ManagedFields::fields)
                .or(
                        () ->
                                applied.stream()
                                        .filter(Deliverers::isOne)
                                        .map(ManagedFields::fields)
                                        .reduce(ManagedFields::union))
                .or(() -> lastApplied(live))
                .orElse(Map.of());
    }

    /** One that cannot be read says nothing. */
    private static Optional<Map<String, Object>> lastApplied(LiveObject live) {
        try {
            var annotation = live.annotation(Deliverers.LAST_APPLIED);
            return annotation.isEmpty()
                    ? Optional.empty()
                    : Optional.of(
                            fields(
                                    FieldPosition.ROOT,
                                    NormalForm.of(live.ref(), Json.object(annotation)),
                                    FieldRules.of(live.ref()).isBuiltIn()));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /** Whether nothing was applied in a field that was. */
    static boolean isEmpty(Map<String, Object> once) {
        return once.equals(ITSELF);
    }

    private static Map<String, Object> fields(
            FieldPosition at, Map<String, Object> tree, boolean isBuiltIn) {
        var fields = new LinkedHashMap<String, Object>();
        tree.forEach(
                (name, value) -> {
                    var here = at.field(name);
                    switch (value) {
                        case null -> {}
                        case Map<?, ?> map when map.isEmpty() -> fields.put(here.step(), ITSELF);
                        case List<?> list when list.isEmpty() -> fields.put(here.step(), ITSELF);
                        case Map<?, ?> _ ->
                                fields.put(here.step(), fields(here, Tree.map(value), isBuiltIn));
                        case List<?> _ ->
                                fields.put(
                                        here.step(), elements(here, Tree.list(value), isBuiltIn));
                        default -> fields.put(here.step(), Map.of());
                    }
                });
        return fields;
    }

    private static Map<String, Object> elements(
            FieldPosition at, List<Object> list, boolean isBuiltIn) {
        var fields = new LinkedHashMap<String, Object>();
        if (at.token().equals("finalizers")) {
            list.forEach(one -> fields.put("v:" + Json.write(one), Map.of()));
        }
        var keys = MergeKeys.known(at, isBuiltIn).filter(one -> MergeKeys.areUnique(list, one));
        for (int i = 0; i < list.size(); i++) {
            var element = list.get(i);
            int index = i;
            var here =
                    keys.map(names -> at.element(index, MergeKeys.keyOf(element, names)))
                            .orElseGet(() -> at.element(index));
            if (element instanceof Map<?, ?>) {
                fields.put(here.step(), fields(here, Tree.map(element), isBuiltIn));
            }
        }
        return fields;
    }

    private AppliedFields() {}
}
