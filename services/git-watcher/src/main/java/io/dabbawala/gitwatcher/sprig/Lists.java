package io.dabbawala.gitwatcher.sprig;

import static io.dabbawala.gitwatcher.template.function.Function.Kind.ANY;
import static io.dabbawala.gitwatcher.template.function.Function.Kind.INT;

import io.dabbawala.gitwatcher.template.function.Arguments;
import io.dabbawala.gitwatcher.template.function.Function;
import io.dabbawala.gitwatcher.template.function.TemplateFailed;
import io.dabbawala.gitwatcher.template.value.GoValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Lists made of lists; none is ever changed. */
final class Lists {

    private static final String NO_TYPE =
            "runtime error: invalid memory address or nil pointer dereference";

    static Map<String, Function> all() {
        var all = new HashMap<String, Function>();
        all.put("list", Function.variadic(a -> new ArrayList<>(a.values()), ANY));
        all.put("tuple", Function.variadic(a -> new ArrayList<>(a.values()), ANY));
        all.put("concat", Function.variadic(Lists::concat, ANY));
        all.put("slice", Function.variadic(Lists::slice, ANY, ANY));
        all.put("mustSlice", Function.variadic(Lists::slice, ANY, ANY));
        both(all, "append", Function.of(a -> with(a, "Cannot push on type", false), ANY, ANY));
        both(all, "push", Function.of(a -> with(a, "Cannot push on type", false), ANY, ANY));
        both(all, "prepend", Function.of(a -> with(a, "Cannot prepend on type", true), ANY, ANY));
        both(all, "first", Function.of(Lists::first, ANY));
        both(all, "last", Function.of(Lists::last, ANY));
        both(all, "rest", Function.of(a -> part(a, "Cannot find rest on type", 1, 0), ANY));
        both(all, "initial", Function.of(a -> part(a, "Cannot find initial on type", 0, 1), ANY));
        both(all, "reverse", Function.of(Lists::reversed, ANY));
        both(all, "compact", Function.of(Lists::compact, ANY));
        both(all, "uniq", Function.of(Lists::unique, ANY));
        both(all, "without", Function.variadic(Lists::without, ANY, ANY));
        both(all, "has", Function.of(Lists::has, ANY, ANY));
        both(all, "chunk", Function.of(Lists::chunks, INT, ANY));
        return all;
    }

    private static void both(Map<String, Function> all, String name, Function function) {
        all.put(name, function);
        all.put("must" + name.substring(0, 1).toUpperCase() + name.substring(1), function);
    }

    private static List<?> list(@Nullable Object value, String reason) throws TemplateFailed {
        return switch (value) {
            case null -> throw new TemplateFailed(NO_TYPE);
            case List<?> list -> list;
            default -> throw new TemplateFailed(reason + " " + GoValue.kind(value));
        };
    }

    private static Object with(Arguments arguments, String reason, boolean isFirst)
            throws TemplateFailed {
        var longer = new ArrayList<@Nullable Object>(list(arguments.any(0), reason));
        arguments.budget().take(longer.size());
        longer.add(isFirst ? 0 : longer.size(), arguments.any(1));
        return longer;
    }

    private static @Nullable Object first(Arguments arguments) throws TemplateFailed {
        var list = list(arguments.any(0), "Cannot find first on type");
        return list.isEmpty() ? null : list.getFirst();
    }

    private static @Nullable Object last(Arguments arguments) throws TemplateFailed {
        var list = list(arguments.any(0), "Cannot find last on type");
        return list.isEmpty() ? null : list.getLast();
    }

    private static Object part(Arguments arguments, String reason, int from, int fewer)
            throws TemplateFailed {
        var list = list(arguments.any(0), reason);
        return list.isEmpty() ? List.of() : list.subList(from, list.size() - fewer);
    }

    private static Object reversed(Arguments arguments) throws TemplateFailed {
        return list(arguments.any(0), "Cannot find reverse on type").reversed();
    }

    private static Object compact(Arguments arguments) throws TemplateFailed {
        return list(arguments.any(0), "Cannot compact on type").stream()
                .filter(GoValue::isTrue)
                .toList();
    }

    private static Object unique(Arguments arguments) throws TemplateFailed {
        var unique = new ArrayList<@Nullable Object>();
        for (var item : list(arguments.any(0), "Cannot find uniq on type")) {
            arguments.budget().take(unique.size());
            if (!unique.contains(item)) {
                unique.add(item);
            }
        }
        return unique;
    }

    private static Object without(Arguments arguments) throws TemplateFailed {
        var left =
                new ArrayList<@Nullable Object>(
                        list(arguments.any(0), "Cannot find without on type"));
        left.removeIf(arguments.from(1)::contains);
        return left;
    }

    private static Object has(Arguments arguments) throws TemplateFailed {
        return arguments.any(1) != null
                && list(arguments.any(1), "Cannot find has on type").contains(arguments.any(0));
    }

    private static Object chunks(Arguments arguments) throws TemplateFailed {
        var list = list(arguments.any(1), "Cannot chunk type");
        var size = arguments.number(0);
        if (size <= 0) {
            throw new TemplateFailed("runtime error: makeslice: len out of range");
        }
        var chunks = new ArrayList<List<?>>();
        for (int i = 0; i < list.size(); i += size) {
            chunks.add(list.subList(i, Math.min(list.size(), i + size)));
        }
        return chunks;
    }

    private static @Nullable Object slice(Arguments arguments) throws TemplateFailed {
        var list = list(arguments.any(0), "list should be type of slice or array but");
        if (list.isEmpty()) {
            return null;
        }
        var from = arguments.count() > 1 ? Numbers.whole(arguments.any(1)) : 0;
        var to = arguments.count() > 2 ? Numbers.whole(arguments.any(2)) : list.size();
        if (from < 0 || to > list.size() || from > to) {
            throw new TemplateFailed("reflect.Value.Slice: slice index out of bounds");
        }
        return list.subList((int) from, (int) to);
    }

    private static Object concat(Arguments arguments) throws TemplateFailed {
        var all = new ArrayList<@Nullable Object>();
        for (var value : arguments.values()) {
            if (value != null && !(value instanceof List)) {
                throw new TemplateFailed(
                        "Cannot concat type %s as list".formatted(GoValue.kind(value)));
            }
            all.addAll(list(value, ""));
            arguments.budget().take(all.size());
        }
        return all;
    }

    private Lists() {}
}
