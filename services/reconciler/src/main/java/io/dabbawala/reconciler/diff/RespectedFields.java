package io.dabbawala.reconciler.diff;

import io.dabbawala.reconciler.object.Tree;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Puts what the cluster has at ignored places into a manifest, so that applying it leaves them as
 * they are. What is ignored is what is missing in the live object's remainder.
 */
final class RespectedFields {

    private final boolean isBuiltIn;

    RespectedFields(boolean isBuiltIn) {
        this.isBuiltIn = isBuiltIn;
    }

    Map<String, Object> in(
            Map<String, Object> desired, Map<String, Object> live, Map<String, Object> remainder) {
        return maps(FieldPosition.ROOT, desired, live, remainder);
    }

    private Map<String, Object> maps(
            FieldPosition at,
            Map<String, Object> desired,
            Map<String, Object> live,
            Map<String, Object> remainder) {
        if (live.equals(remainder)) {
            return desired;
        }
        var merged = new LinkedHashMap<>(desired);
        live.forEach(
                (name, value) -> {
                    var left = remainder.get(name);
                    if (!value(value).equals(value(left))) {
                        merged.put(name, values(at.field(name), desired.get(name), value, left));
                    }
                });
        return merged;
    }

    private @Nullable Object values(
            FieldPosition at,
            @Nullable Object desired,
            @Nullable Object live,
            @Nullable Object remainder) {
        if (live instanceof Map<?, ?> && remainder instanceof Map<?, ?>) {
            return maps(at, Tree.map(desired), Tree.map(live), Tree.map(remainder));
        }
        if (live instanceof List<?> && remainder instanceof List<?>) {
            var keys = MergeKeys.known(at, isBuiltIn);
            return keys.isPresent() && desired instanceof List<?>
                    ? keyed(
                            at,
                            Tree.list(desired),
                            Tree.list(live),
                            Tree.list(remainder),
                            keys.get())
                    : live;
        }
        return live;
    }

    /** Elements keep their places; those that are ignored as a whole come after them. */
    private List<Object> keyed(
            FieldPosition at,
            List<Object> desired,
            List<Object> live,
            List<Object> remainder,
            List<String> keys) {
        var merged = new LinkedHashMap<Map<String, Object>, Object>();
        desired.forEach(one -> merged.put(MergeKeys.keyOf(one, keys), one));
        for (var element : live) {
            var key = MergeKeys.keyOf(element, keys);
            var left = find(remainder, key, keys);
            if (left.isEmpty()) {
                merged.put(key, element);
            } else if (merged.containsKey(key)) {
                merged.put(
                        key,
                        maps(
                                at.element(0, key),
                                Tree.map(merged.get(key)),
                                Tree.map(element),
                                Tree.map(left.get())));
            }
        }
        return List.copyOf(merged.values());
    }

    private static Optional<Object> find(
            List<Object> elements, Map<String, Object> key, List<String> keys) {
        return elements.stream().filter(one -> MergeKeys.keyOf(one, keys).equals(key)).findFirst();
    }

    private static Optional<Object> value(@Nullable Object value) {
        return Optional.ofNullable(value);
    }
}
