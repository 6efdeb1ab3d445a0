package io.dabbawala.gitwatcher.sprig;

import static io.dabbawala.gitwatcher.template.function.Function.Kind.ANY;
import static io.dabbawala.gitwatcher.template.function.Function.Kind.BOOL;
import static io.dabbawala.gitwatcher.template.function.Function.Kind.STRING;

import io.dabbawala.gitwatcher.template.function.Function;
import io.dabbawala.gitwatcher.template.function.TemplateFailed;
import io.dabbawala.gitwatcher.template.value.GoValue;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What to take when something is empty, and what something is. */
final class Defaults {

    static Map<String, Function> all() {
        var all = new HashMap<String, Function>();
        all.put(
                "default",
                Function.variadic(
                        a -> a.count() > 1 && GoValue.isTrue(a.any(1)) ? a.any(1) : a.any(0),
                        ANY,
                        ANY));
        all.put("empty", Function.of(a -> !GoValue.isTrue(a.any(0)), ANY));
        all.put(
                "coalesce",
                Function.variadic(
                        a -> a.values().stream().filter(GoValue::isTrue).findFirst().orElse(null),
                        ANY));
        all.put("all", Function.variadic(a -> a.values().stream().allMatch(GoValue::isTrue), ANY));
        all.put("any", Function.variadic(a -> a.values().stream().anyMatch(GoValue::isTrue), ANY));
        all.put("ternary", Function.of(a -> a.any(a.truth(2) ? 0 : 1), ANY, ANY, BOOL));
        all.put(
                "fail",
                Function.of(
                        a -> {
                            throw new TemplateFailed(a.text(0));
                        },
                        STRING));
        all.put("typeOf", Function.of(a -> GoValue.type(a.any(0)), ANY));
        all.put("typeIs", Function.of(a -> a.text(0).equals(GoValue.type(a.any(1))), STRING, ANY));
        all.put("typeIsLike", Function.of(a -> isLike(a.text(0), a.any(1)), STRING, ANY));
        all.put("kindOf", Function.of(a -> GoValue.kind(a.any(0)), ANY));
        all.put("kindIs", Function.of(a -> a.text(0).equals(GoValue.kind(a.any(1))), STRING, ANY));
        all.put("deepEqual", Function.of(a -> Objects.equals(a.any(0), a.any(1)), ANY, ANY));
        return all;
    }

    private static boolean isLike(String type, @Nullable Object value) {
        return GoValue.type(value).equals(type) || GoValue.type(value).equals("*" + type);
    }

    private Defaults() {}
}
