package io.dabbawala.gitwatcher.template.value;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a value is to Go. */
public final class GoValue {

    /** The type as Go writes it; nil has none. */
    public static String type(@Nullable Object value) {
        return switch (value) {
            case null -> "<nil>";
            case NoValue _ -> "<nil>";
            case String _ -> "string";
            case Boolean _ -> "bool";
            case Integer _ -> "int";
            case Long _ -> "int64";
            case Double _ -> "float64";
            case StringMap _ -> "map[string]string";
            case Map<?, ?> _ -> "map[string]interface {}";
            case List<?> _ -> "[]interface {}";
            case GoObject one -> one.type();
            default -> value.getClass().getSimpleName();
        };
    }

    /** The kind as Go's reflection names it. */
    public static String kind(@Nullable Object value) {
        return switch (value) {
            case null -> "invalid";
            case NoValue _ -> "invalid";
            case Map<?, ?> _ -> "map";
            case List<?> _ -> "slice";
            case GoObject one -> one.type().startsWith("*") ? "ptr" : "struct";
            default -> type(value);
        };
    }

    /** Whether it is something other than the zero of its type. */
    public static boolean isTrue(@Nullable Object value) {
        return switch (value) {
            case null -> false;
            case NoValue _ -> false;
            case Boolean truth -> truth;
            case String text -> !text.isEmpty();
            case Integer number -> number != 0;
            case Long number -> number != 0;
            case Double number -> number != 0;
            case Map<?, ?> map -> !map.isEmpty();
            case List<?> list -> !list.isEmpty();
            default -> true;
        };
    }

    public static @Nullable Object present(@Nullable Object value) {
        return value instanceof NoValue ? null : value;
    }

    private GoValue() {}
}
