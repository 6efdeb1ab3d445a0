package io.dabbawala.reconciler.object;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Reads trees of maps and lists without asking what is missing on the way. */
public final class Tree {

    /** The value at these keys, if every key on the way is there and it is not null. */
    public static Optional<Object> at(@Nullable Object tree, String... keys) {
        var here = tree;
        for (var key : keys) {
            here = here instanceof Map<?, ?> map ? map.get(key) : null;
        }
        return Optional.ofNullable(here);
    }

    /** The text at these keys; empty if there is none. */
    public static String text(@Nullable Object tree, String... keys) {
        return at(tree, keys)
                .filter(value -> !(value instanceof Map) && !(value instanceof List))
                .map(Object::toString)
                .orElse("");
    }

    public static OptionalLong number(@Nullable Object tree, String... keys) {
        return at(tree, keys).orElse(null) instanceof Number number
                ? OptionalLong.of(number.longValue())
                : OptionalLong.empty();
    }

    /** The flag at these keys; false if there is none. */
    public static boolean flag(@Nullable Object tree, String... keys) {
        return at(tree, keys).orElse(false).equals(true);
    }

    /** The object at these keys; empty if there is none. */
    @SuppressWarnings("unchecked") // objects of a tree have text keys
    public static Map<String, Object> map(@Nullable Object tree, String... keys) {
        return at(tree, keys).orElse(null) instanceof Map<?, ?> map
                ? (Map<String, Object>) map
                : Map.of();
    }

    /** The list at these keys; empty if there is none. */
    @SuppressWarnings("unchecked") // what the elements are is asked of each
    public static List<Object> list(@Nullable Object tree, String... keys) {
        return at(tree, keys).orElse(null) instanceof List<?> list
                ? (List<Object>) list
                : List.of();
    }

    public static ObjectRef refOf(Map<String, Object> content) {
        return ObjectRef.of(
                text(content, "apiVersion"),
                text(content, "kind"),
                text(content, "metadata", "namespace"),
                text(content, "metadata", "name"));
    }

    private Tree() {}
}
