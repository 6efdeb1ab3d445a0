package io.dabbawala.gitwatcher.sprig;

import static io.dabbawala.gitwatcher.template.function.Function.Kind.ANY;
import static io.dabbawala.gitwatcher.template.function.Function.Kind.INT;
import static io.dabbawala.gitwatcher.template.function.Function.Kind.STRING;

import io.dabbawala.gitwatcher.template.function.Arguments;
import io.dabbawala.gitwatcher.template.function.Function;
import io.dabbawala.gitwatcher.template.function.TemplateFailed;
import io.dabbawala.gitwatcher.template.value.Numeral;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongBinaryOperator;
import org.jspecify.annotations.Nullable;

/** Whole numbers, 64 bits wide; what is no number counts as zero. */
final class Numbers {

    static Map<String, Function> all() {
        var all = new HashMap<String, Function>();
        all.put("int64", Function.of(a -> whole(a.any(0)), ANY));
        all.put("int", Function.of(a -> Numeral.narrow(whole(a.any(0))), ANY));
        all.put("atoi", Function.of(a -> atoi(a.text(0)), STRING));
        all.put("toDecimal", Function.of(a -> octal(Text.of(a.any(0))), ANY));
        all.put("add1", Function.of(a -> whole(a.any(0)) + 1, ANY));
        all.put("add", Function.variadic(a -> folded(0, a.values(), Long::sum), ANY));
        all.put("sub", Function.of(a -> whole(a.any(0)) - whole(a.any(1)), ANY, ANY));
        all.put("mul", Function.variadic(a -> folded(a, (x, y) -> x * y), ANY, ANY));
        all.put("div", Function.of(a -> whole(a.any(0)) / divisor(a), ANY, ANY));
        all.put("mod", Function.of(a -> whole(a.any(0)) % divisor(a), ANY, ANY));
        all.put("max", Function.variadic(a -> folded(a, Math::max), ANY, ANY));
        all.put("biggest", Function.variadic(a -> folded(a, Math::max), ANY, ANY));
        all.put("min", Function.variadic(a -> folded(a, Math::min), ANY, ANY));
        all.put("until", Function.of(a -> until(a, 0, a.number(0), a.number(0) < 0 ? -1 : 1), INT));
        all.put(
                "untilStep",
                Function.of(a -> until(a, a.number(0), a.number(1), a.number(2)), INT, INT, INT));
        all.put("seq", Function.variadic(Numbers::sequence, INT));
        return all;
    }

    /** As spf13/cast reads an int64. */
    static long whole(@Nullable Object value) {
        return switch (value) {
            case Integer number -> number;
            case Long number -> number;
            case Double number -> number.longValue();
            case Boolean truth -> truth ? 1 : 0;
            case String text -> Numeral.integer(withoutZeroFraction(text)).orElse(0L);
            case null, default -> 0;
        };
    }

    private static String withoutZeroFraction(String text) {
        return text.replaceFirst("^([^.]*)\\.0+$", "$1");
    }

    private static Number atoi(String text) {
        return text.matches("[+-]?[0-9]{1,19}")
                ? Numeral.narrow(
                        Numeral.integer(text.replaceFirst("^([+-]?)0+(?=[0-9])", "$1")).orElse(0L))
                : 0;
    }

    private static long octal(String text) {
        try {
            return Long.parseLong(text, 8);
        } catch (NumberFormatException _) {
            return 0;
        }
    }

    private static long divisor(Arguments arguments) throws TemplateFailed {
        var divisor = whole(arguments.any(1));
        if (divisor == 0) {
            throw new TemplateFailed("runtime error: integer divide by zero");
        }
        return divisor;
    }

    private static long folded(Arguments arguments, LongBinaryOperator operator) {
        return folded(whole(arguments.any(0)), arguments.from(1), operator);
    }

    private static long folded(
            long start, List<@Nullable Object> values, LongBinaryOperator operator) {
        var result = start;
        for (var value : values) {
            result = operator.applyAsLong(result, whole(value));
        }
        return result;
    }

    private static List<Integer> until(Arguments arguments, int start, int stop, int step)
            throws TemplateFailed {
        if (stop < start ? step >= 0 : step <= 0) {
            return List.of();
        }
        var count =
                (Math.abs((long) stop - start) + Math.abs((long) step) - 1) / Math.abs((long) step);
        arguments.budget().take(count);
        var numbers = new ArrayList<Integer>();
        for (long i = 0; i < count; i++) {
            numbers.add((int) (start + i * step));
        }
        return numbers;
    }

    private static String sequence(Arguments arguments) throws TemplateFailed {
        var count = arguments.count();
        if (count == 0 || count > 3) {
            return "";
        }
        var start = count == 1 ? 1 : arguments.number(0);
        var end = arguments.number(count - 1);
        var direction = end < start ? -1 : 1;
        var step = count == 3 ? arguments.number(1) : direction;
        if (count == 3 && end < start && step > 0) {
            return "";
        }
        var numbers = until(arguments, start, end + direction, step);
        return arguments.made(String.join(" ", numbers.stream().map(String::valueOf).toList()));
    }

    private Numbers() {}
}
