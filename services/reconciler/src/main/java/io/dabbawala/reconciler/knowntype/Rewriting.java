package io.dabbawala.reconciler.knowntype;

import io.dabbawala.reconciler.object.Tree;
import io.dabbawala.reconciler.retry.GoDuration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Values as Go writes them after it has read them into a type. Nothing and null are the same. The
 * types: {@code text}, {@code flag}, {@code whole}, {@code port} (a number or a text), {@code
 * quantity}, {@code duration}, {@code any}; {@code *}, {@code []} and <code>{}</code> before
 * another one; the name of a struct.
 */
final class Rewriting {

    private final Structs structs;

    Rewriting(Structs structs) {
        this.structs = structs;
    }

    /**
     * @throws IllegalArgumentException if the value is none of the type
     */
    @Nullable Object of(String type, @Nullable Object value) {
        if (type.startsWith("*")) {
            return value == null ? null : of(type.substring(1), value);
        }
        if (type.startsWith("[]")) {
            return value == null ? null : elements(type.substring(2), value);
        }
        if (type.startsWith("{}")) {
            return value == null ? null : values(type.substring(2), value);
        }
        return switch (type) {
            case "any" -> value;
            case "text" -> value == null ? "" : text(value);
            case "flag" -> value == null ? Boolean.FALSE : flag(value);
            case "whole" -> value == null ? Integer.valueOf(0) : whole(value);
            case "port" -> value == null ? Integer.valueOf(0) : port(value);
            case "quantity" -> value == null ? "0" : Quantity.spelled(value);
            case "duration" -> value == null ? "0s" : GoDuration.spelled(text(value));
            default -> members(type, value);
        };
    }

    private List<@Nullable Object> elements(String type, Object value) {
        if (!(value instanceof List<?> list)) {
            throw wrong("a list", value);
        }
        var written = new ArrayList<@Nullable Object>();
        list.forEach(element -> written.add(of(type, element)));
        return written;
    }

    private Map<String, @Nullable Object> values(String type, Object value) {
        var written = new LinkedHashMap<String, @Nullable Object>();
        map(value).forEach((name, one) -> written.put(name, of(type, one)));
        return written;
    }

    private Map<String, @Nullable Object> members(String struct, @Nullable Object value) {
        var read = value == null ? Map.<String, Object>of() : map(value);
        var written = new LinkedHashMap<String, @Nullable Object>();
        for (var member : structs.members(struct)) {
            var one = of(member.type(), read.get(member.name()));
            if (member.isAlwaysWritten() ? one != null : !isLeftOut(member.type(), one)) {
                written.put(member.name(), one);
            }
        }
        return written;
    }

    /** What is pointed to is written even if it is empty. */
    private static boolean isLeftOut(String type, @Nullable Object written) {
        if (written == null) {
            return true;
        }
        return switch (written) {
            case _ when type.startsWith("*") -> false;
            case List<?> list -> list.isEmpty();
            case Map<?, ?> map -> map.isEmpty();
            case String text -> text.isEmpty();
            case Boolean flag -> !flag;
            case Number number -> number.longValue() == 0;
            default -> false;
        };
    }

    private static Map<String, Object> map(Object value) {
        if (!(value instanceof Map<?, ?>)) {
            throw wrong("an object", value);
        }
        return Tree.map(value);
    }

    private static String text(Object value) {
        if (!(value instanceof String text)) {
            throw wrong("a text", value);
        }
        return text;
    }

    private static Object flag(Object value) {
        if (!(value instanceof Boolean)) {
            throw wrong("true or false", value);
        }
        return value;
    }

    private static Object whole(Object value) {
        if (!(value instanceof Integer || value instanceof Long)) {
            throw wrong("a whole number", value);
        }
        return value;
    }

    private static Object port(Object value) {
        return value instanceof String ? value : whole(value);
    }

    private static IllegalArgumentException wrong(String wanted, Object value) {
        return new IllegalArgumentException("%s, not %s".formatted(wanted, value.getClass()));
    }
}
