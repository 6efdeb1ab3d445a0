package io.dabbawala.gitwatcher.sprig;

import io.dabbawala.gitwatcher.template.value.GoText;
import io.dabbawala.gitwatcher.template.value.GoValue;
import io.dabbawala.gitwatcher.template.value.StringMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Merges maps into maps, members of members included, as dario.cat/mergo v1 does: what is there
 * wins unless it is empty; with {@code overrides} what comes wins, an empty value too, but a list
 * or map never gives way to nothing.
 */
public final class Merging {

    public static void into(
            Map<String, @Nullable Object> target, Map<String, ?> source, boolean overrides) {
        for (var member : source.entrySet()) {
            var key = member.getKey();
            var value = member.getValue();
            var present = target.get(key);
            if (value == null) {
                if (overrides) {
                    target.put(key, null);
                }
            } else if (value instanceof Map<?, ?> inner && present instanceof Map<?, ?> outer) {
                target.put(key, outer.isEmpty() ? copy(inner) : merged(outer, inner, overrides));
            } else if (overrides || !GoValue.isTrue(present)) {
                target.put(key, copy(value));
            }
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, @Nullable Object> merged(
            Map<?, ?> outer, Map<?, ?> inner, boolean overrides) {
        var merged = new LinkedHashMap<String, @Nullable Object>();
        into(merged, (Map<String, ?>) outer, true);
        into(merged, (Map<String, ?>) inner, overrides);
        return outer instanceof StringMap ? texts(merged) : merged;
    }

    private static StringMap texts(Map<String, @Nullable Object> merged) {
        var texts = new LinkedHashMap<String, String>();
        merged.forEach((key, value) -> texts.put(key, GoText.of(value)));
        return new StringMap(texts);
    }

    /** The same with maps and lists of its own. */
    public static Object copy(Object value) {
        return switch (value) {
            case StringMap map -> map;
            case Map<?, ?> map -> {
                var copy = new LinkedHashMap<String, @Nullable Object>();
                map.forEach((key, one) -> copy.put((String) key, one == null ? null : copy(one)));
                yield copy;
            }
            case List<?> list -> list.stream().map(one -> one == null ? null : copy(one)).toList();
            default -> value;
        };
    }

    private Merging() {}
}
