package io.dabbawala.gitwatcher.sprig;

import static io.dabbawala.gitwatcher.template.function.Function.Kind.ANY;
import static io.dabbawala.gitwatcher.template.function.Function.Kind.MAP;
import static io.dabbawala.gitwatcher.template.function.Function.Kind.STRING;

import io.dabbawala.gitwatcher.template.function.Arguments;
import io.dabbawala.gitwatcher.template.function.Function;
import io.dabbawala.gitwatcher.template.function.TemplateFailed;
import io.dabbawala.gitwatcher.template.value.GoValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Maps. {@code set}, {@code unset} and the merges change the map they are given, as in Sprig. */
final class Dicts {

    static Map<String, Function> all() {
        var all = new HashMap<String, Function>();
        all.put("dict", Function.variadic(Dicts::dict, ANY));
        all.put("get", Function.of(Dicts::get, MAP, STRING));
        all.put("set", Function.of(Dicts::set, MAP, STRING, ANY));
        all.put("unset", Function.of(Dicts::unset, MAP, STRING));
        all.put("hasKey", Function.of(a -> a.map(0).containsKey(a.text(1)), MAP, STRING));
        all.put("pluck", Function.variadic(Dicts::pluck, STRING, MAP));
        all.put("keys", Function.variadic(Dicts::keys, MAP));
        all.put("values", Function.of(a -> new ArrayList<>(new TreeMap<>(a.map(0)).values()), MAP));
        all.put("pick", Function.variadic(a -> some(a, true), MAP, STRING));
        all.put("omit", Function.variadic(a -> some(a, false), MAP, STRING));
        all.put("dig", Function.variadic(Dicts::dig, ANY));
        all.put("deepCopy", Function.of(Dicts::copied, ANY));
        all.put("mustDeepCopy", Function.of(Dicts::copied, ANY));
        all.put("merge", Function.variadic(a -> merged(a, false), MAP, MAP));
        all.put("mustMerge", Function.variadic(a -> merged(a, false), MAP, MAP));
        all.put("mergeOverwrite", Function.variadic(a -> merged(a, true), MAP, MAP));
        all.put("mustMergeOverwrite", Function.variadic(a -> merged(a, true), MAP, MAP));
        return all;
    }

    private static Object dict(Arguments arguments) {
        var dict = new LinkedHashMap<String, @Nullable Object>();
        for (int i = 0; i < arguments.count(); i += 2) {
            dict.put(
                    Text.of(arguments.any(i)),
                    i + 1 < arguments.count() ? arguments.any(i + 1) : "");
        }
        return dict;
    }

    private static @Nullable Object get(Arguments arguments) {
        var map = arguments.map(0);
        return map.containsKey(arguments.text(1)) ? map.get(arguments.text(1)) : "";
    }

    private static Object set(Arguments arguments) throws TemplateFailed {
        var map = some(arguments);
        map.put(arguments.text(1), arguments.any(2));
        return map;
    }

    private static Object unset(Arguments arguments) {
        var map = arguments.map(0);
        if (map.containsKey(arguments.text(1))) {
            map.remove(arguments.text(1));
        }
        return map;
    }

    private static Map<String, @Nullable Object> some(Arguments arguments) throws TemplateFailed {
        if (arguments.any(0) == null) {
            throw new TemplateFailed("assignment to entry in nil map");
        }
        return arguments.map(0);
    }

    private static Object pluck(Arguments arguments) {
        var plucked = new ArrayList<@Nullable Object>();
        for (int i = 1; i < arguments.count(); i++) {
            if (arguments.map(i).containsKey(arguments.text(0))) {
                plucked.add(arguments.map(i).get(arguments.text(0)));
            }
        }
        return plucked;
    }

    private static Object keys(Arguments arguments) {
        var keys = new ArrayList<@Nullable Object>();
        for (int i = 0; i < arguments.count(); i++) {
            keys.addAll(new TreeMap<>(arguments.map(i)).keySet());
        }
        return keys;
    }

    private static Object some(Arguments arguments, boolean isNamed) {
        var some = new LinkedHashMap<>(arguments.map(0));
        some.keySet().removeIf(key -> arguments.from(1).contains(key) != isNamed);
        return some;
    }

    private static @Nullable Object copied(Arguments arguments) throws TemplateFailed {
        var value = arguments.any(0);
        arguments.budget().take(GoValue.isTrue(value) ? Text.of(value).length() : 0);
        if (value == null) {
            throw new TemplateFailed("reflect: call of reflect.Value.Type on zero Value");
        }
        return Merging.copy(value);
    }

    private static Object merged(Arguments arguments, boolean overrides) throws TemplateFailed {
        var target =
                arguments.any(0) == null
                        ? new LinkedHashMap<String, @Nullable Object>()
                        : arguments.map(0);
        for (int i = 1; i < arguments.count(); i++) {
            arguments.budget().take(Text.of(arguments.any(i)).length());
            Merging.into(target, arguments.map(i), overrides);
        }
        return target;
    }

    private static @Nullable Object dig(Arguments arguments) throws TemplateFailed {
        var count = arguments.count();
        if (count < 3) {
            throw new TemplateFailed("dig needs at least three arguments");
        }
        Object step = arguments.any(count - 1);
        for (var key : arguments.values().subList(0, count - 2)) {
            if (!(step instanceof Map<?, ?> map)) {
                throw new TemplateFailed(
                        "interface conversion: interface {} is %s, not map[string]interface {}"
                                .formatted(step == null ? "nil" : GoValue.type(step)));
            }
            if (!map.containsKey(key)) {
                return arguments.any(count - 2);
            }
            step = map.get(key);
        }
        return step;
    }

    private Dicts() {}
}
