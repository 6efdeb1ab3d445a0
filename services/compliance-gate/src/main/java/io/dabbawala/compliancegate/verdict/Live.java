package io.dabbawala.compliancegate.verdict;

import io.dabbawala.compliancegate.document.Document;
import io.dabbawala.compliancegate.document.Json;
import io.dabbawala.compliancegate.plan.LiveField;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How an object is live, as far as a plan tells: as declared, but for the fields that differ. */
final class Live {

    static Document of(Document declared, List<LiveField> fields) {
        Object live = declared.json();
        for (var field : fields) {
            var names = field.path().split("/");
            live =
                    put(
                            live,
                            names,
                            1,
                            field.json() == null ? null : Json.value(field.json()).orElse(null));
        }
        @SuppressWarnings("unchecked") // put answers with what it was given: a map
        var json = (Map<String, Object>) live;
        return new Document(json);
    }

    private static Object put(Object node, String[] names, int depth, @Nullable Object value) {
        if (depth >= names.length) {
            return value == null ? node : value;
        }
        var name = names[depth].replace("~1", "/").replace("~0", "~");
        return switch (node) {
            case Map<?, ?> map -> member(map, name, names, depth, value);
            case List<?> list -> element(list, name, names, depth, value);
            default -> node;
        };
    }

    private static Object member(
            Map<?, ?> map, String name, String[] names, int depth, @Nullable Object value) {
        var changed = new LinkedHashMap<String, Object>();
        map.forEach((key, part) -> changed.put(String.valueOf(key), part));
        var isLast = depth == names.length - 1;
        if (isLast && value == null) {
            changed.remove(name);
        } else if (isLast) {
            changed.put(name, value);
        } else {
            var part = changed.getOrDefault(name, Map.of());
            changed.put(name, put(part == null ? Map.of() : part, names, depth + 1, value));
        }
        return changed;
    }

    private static Object element(
            List<?> list, String name, String[] names, int depth, @Nullable Object value) {
        if (!name.matches("\\d{1,6}") || Integer.parseInt(name) >= list.size()) {
            return list;
        }
        var changed = new ArrayList<Object>(list);
        var index = Integer.parseInt(name);
        var isLast = depth == names.length - 1;
        if (isLast && value == null) {
            changed.remove(index);
        } else {
            changed.set(index, isLast ? value : put(list.get(index), names, depth + 1, value));
        }
        return changed;
    }

    private Live() {}
}
