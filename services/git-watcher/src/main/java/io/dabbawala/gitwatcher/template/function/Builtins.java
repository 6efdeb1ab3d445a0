package io.dabbawala.gitwatcher.template.function;

import static io.dabbawala.gitwatcher.template.function.Function.Kind.ANY;
import static io.dabbawala.gitwatcher.template.function.Function.Kind.STRING;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.dabbawala.gitwatcher.template.value.GoText;
import io.dabbawala.gitwatcher.template.value.GoValue;
import io.dabbawala.gitwatcher.template.value.Quoted;
import io.dabbawala.gitwatcher.template.value.StringMap;
import java.net.URLEncoder;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The functions every Go template has. {@code and} and {@code or} are evaluated before they are
 * called.
 */
final class Builtins {

    static Map<String, Function> all() {
        return Map.ofEntries(
                Map.entry("and", Function.variadic(_ -> null, ANY, ANY)),
                Map.entry("or", Function.variadic(_ -> null, ANY, ANY)),
                Map.entry("not", Function.of(a -> !GoValue.isTrue(a.any(0)), ANY)),
                Map.entry("len", Function.of(a -> length(a.any(0)), ANY)),
                Map.entry("index", Function.variadic(Builtins::index, ANY, ANY)),
                Map.entry("slice", Function.variadic(Builtins::slice, ANY, ANY)),
                Map.entry("call", Function.variadic(Builtins::call, ANY, ANY)),
                Map.entry("print", Function.variadic(a -> a.made(GoText.all(a.values())), ANY)),
                Map.entry("println", Function.variadic(a -> a.made(line(a)), ANY)),
                Map.entry("printf", Function.variadic(Printf::format, STRING, ANY)),
                Map.entry("html", Function.variadic(a -> a.made(html(text(a))), ANY)),
                Map.entry("js", Function.variadic(a -> a.made(js(text(a))), ANY)),
                Map.entry("urlquery", Function.variadic(a -> a.made(query(text(a))), ANY)),
                Map.entry(
                        "eq",
                        Function.variadic(a -> Comparison.isAny(a.any(0), a.from(1)), ANY, ANY)),
                Map.entry("ne", Function.of(a -> !Comparison.isAny(a.any(0), a.from(1)), ANY, ANY)),
                Map.entry("lt", Function.of(a -> Comparison.isLess(a.any(0), a.any(1)), ANY, ANY)),
                Map.entry("le", Function.of(a -> isAtMost(a.any(0), a.any(1)), ANY, ANY)),
                Map.entry("gt", Function.of(a -> !isAtMost(a.any(0), a.any(1)), ANY, ANY)),
                Map.entry(
                        "ge", Function.of(a -> !Comparison.isLess(a.any(0), a.any(1)), ANY, ANY)));
    }

    private static boolean isAtMost(@Nullable Object left, @Nullable Object right)
            throws TemplateFailed {
        return Comparison.isLess(left, right) || Comparison.isAny(left, List.of(some(right)));
    }

    private static Object some(@Nullable Object value) {
        if (value == null) {
            throw new IllegalStateException("nil was compared as a basic kind");
        }
        return value;
    }

    private static int length(@Nullable Object value) throws TemplateFailed {
        return switch (value) {
            case null ->
                    throw new TemplateFailed("reflect: call of reflect.Value.Type on zero Value");
            case String text -> text.getBytes(UTF_8).length;
            case Map<?, ?> map -> map.size();
            case List<?> list -> list.size();
            default -> throw new TemplateFailed("len of type " + GoValue.type(value));
        };
    }

    private static @Nullable Object index(Arguments arguments) throws TemplateFailed {
        var item = arguments.any(0);
        if (item == null) {
            throw new TemplateFailed("index of untyped nil");
        }
        for (var index : arguments.from(1)) {
            item =
                    switch (item) {
                        case null -> throw new TemplateFailed("index of nil pointer");
                        case List<?> list ->
                                list.get(inside(place(index, list.size()), list.size(), "slice"));
                        case String text -> {
                            var bytes = text.getBytes(UTF_8);
                            var place = place(index, bytes.length);
                            yield (int) bytes[inside(place, bytes.length, "string")];
                        }
                        case Map<?, ?> map -> member(map, index);
                        default ->
                                throw new TemplateFailed(
                                        "can't index item of type " + GoValue.type(item));
                    };
        }
        return item;
    }

    private static @Nullable Object member(Map<?, ?> map, @Nullable Object index)
            throws TemplateFailed {
        if (index == null) {
            throw new TemplateFailed("value is nil; should be of type string");
        }
        if (!(index instanceof String)) {
            throw new TemplateFailed(
                    "value has type %s; should be string".formatted(GoValue.type(index)));
        }
        var found = map.get(index);
        return found == null && map instanceof StringMap ? "" : found;
    }

    private static int inside(int place, int size, String what) throws TemplateFailed {
        if (place == size) {
            throw new TemplateFailed("reflect: %s index out of range".formatted(what));
        }
        return place;
    }

    private static int place(@Nullable Object index, int largest) throws TemplateFailed {
        return switch (index) {
            case null -> throw new TemplateFailed("cannot index slice/array with nil");
            case Integer _, Long _ -> {
                var place = ((Number) index).longValue();
                if (place < 0 || place > largest) {
                    throw new TemplateFailed("index out of range: " + place);
                }
                yield (int) place;
            }
            default ->
                    throw new TemplateFailed(
                            "cannot index slice/array with type " + GoValue.type(index));
        };
    }

    private static Object slice(Arguments arguments) throws TemplateFailed {
        var item = arguments.any(0);
        if (item == null) {
            throw new TemplateFailed("slice of untyped nil");
        }
        if (arguments.count() > 4) {
            throw new TemplateFailed("too many slice indexes: %d".formatted(arguments.count() - 1));
        }
        var size =
                switch (item) {
                    case String text -> text.length();
                    case List<?> list -> list.size();
                    default ->
                            throw new TemplateFailed(
                                    "can't slice item of type " + GoValue.type(item));
                };
        if (item instanceof String && arguments.count() == 4) {
            throw new TemplateFailed("cannot 3-index slice a string");
        }
        var from = arguments.count() > 1 ? place(arguments.any(1), size) : 0;
        var to = arguments.count() > 2 ? place(arguments.any(2), size) : size;
        if (from > to) {
            throw new TemplateFailed("invalid slice index: %d > %d".formatted(from, to));
        }
        return item instanceof String text
                ? text.substring(from, to)
                : ((List<?>) item).subList(from, to);
    }

    private static Object call(Arguments arguments) throws TemplateFailed {
        throw new TemplateFailed(
                arguments.any(0) == null
                        ? "call of nil"
                        : "non-function of type " + GoValue.type(arguments.any(0)));
    }

    private static String text(Arguments arguments) {
        if (arguments.values().contains(null)) {
            return "<no value>";
        }
        return arguments.count() == 1 && arguments.any(0) instanceof String text
                ? text
                : GoText.all(arguments.values());
    }

    private static String line(Arguments arguments) {
        return String.join(" ", arguments.values().stream().map(GoText::of).toList()) + "\n";
    }

    private static String html(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&#34;")
                .replace("'", "&#39;")
                .replace("\0", "\ufffd");
    }

    private static String js(String text) {
        var escaped = new StringBuilder();
        text.codePoints()
                .forEach(
                        point -> {
                            switch (point) {
                                case '\\' -> escaped.append("\\\\");
                                case '\'' -> escaped.append("\\'");
                                case '"' -> escaped.append("\\\"");
                                case '<', '>', '&', '=' ->
                                        escaped.append("\\u%04X".formatted(point));
                                default -> {
                                    if (point < ' ' || !Quoted.isPrintable(point)) {
                                        escaped.append("\\u%04X".formatted(point));
                                    } else {
                                        escaped.appendCodePoint(point);
                                    }
                                }
                            }
                        });
        return escaped.toString();
    }

    private static String query(String text) {
        return URLEncoder.encode(text, UTF_8).replace("*", "%2A").replace("%7E", "~");
    }

    private Builtins() {}
}
