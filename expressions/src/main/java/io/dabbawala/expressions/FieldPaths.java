package io.dabbawala.expressions;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where in an object each of its maps and lists stands, as JSON pointers. */
public final class FieldPaths {

    private final IdentityHashMap<Object, String> places = new IdentityHashMap<>();
    private final IdentityHashMap<Object, Map<String, String>> aliases = new IdentityHashMap<>();

    public static FieldPaths none() {
        return new FieldPaths();
    }

    public static FieldPaths of(Object root) {
        var paths = new FieldPaths();
        paths.add(root, "");
        return paths;
    }

    /** Says that looking up a name in this map means looking at the field with that pointer. */
    public void alias(Object map, String name, String pointer) {
        aliases.computeIfAbsent(map, _ -> new HashMap<>()).put(name, pointer);
    }

    Optional<String> field(@Nullable Object container, String name) {
        var named = aliases.get(container);
        if (named != null) {
            return Optional.ofNullable(named.get(name));
        }
        return Optional.ofNullable(places.get(container)).map(path -> path + "/" + escape(name));
    }

    private void add(Object value, String path) {
        switch (value) {
            case Map<?, ?> map -> {
                places.put(map, path);
                map.forEach((name, part) -> add(part, path + "/" + escape(String.valueOf(name))));
            }
            case List<?> list -> {
                places.put(list, path);
                for (int i = 0; i < list.size(); i++) {
                    add(list.get(i), path + "/" + i);
                }
            }
            default -> {}
        }
    }

    private static String escape(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
