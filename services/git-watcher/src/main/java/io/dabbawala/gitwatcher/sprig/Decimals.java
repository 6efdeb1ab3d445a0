package io.dabbawala.gitwatcher.sprig;

import static io.dabbawala.gitwatcher.template.function.Function.Kind.ANY;
import static io.dabbawala.gitwatcher.template.function.Function.Kind.FLOAT;
import static io.dabbawala.gitwatcher.template.function.Function.Kind.INT;

import io.dabbawala.gitwatcher.template.function.Arguments;
import io.dabbawala.gitwatcher.template.function.Function;
import io.dabbawala.gitwatcher.template.function.TemplateFailed;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.Map;
import java.util.function.DoubleBinaryOperator;
import org.jspecify.annotations.Nullable;

/** Numbers with a fraction. Sums, products and quotients are decimal, so 0.1 and 0.2 make 0.3. */
final class Decimals {

    private static final int QUOTIENT_DIGITS = 16;

    @FunctionalInterface
    private interface Operation {
        BigDecimal of(BigDecimal left, BigDecimal right) throws TemplateFailed;
    }

    static Map<String, Function> all() {
        var all = new HashMap<String, Function>();
        all.put("float64", Function.of(a -> decimal(a.any(0)), ANY));
        all.put("ceil", Function.of(a -> Math.ceil(decimal(a.any(0))), ANY));
        all.put("floor", Function.of(a -> Math.floor(decimal(a.any(0))), ANY));
        all.put("round", Function.variadic(Decimals::rounded, ANY, INT, FLOAT));
        all.put(
                "add1f",
                Function.of(a -> exact(decimal(a.any(0))).add(BigDecimal.ONE).doubleValue(), ANY));
        all.put("addf", Function.variadic(a -> folded(a, 0, BigDecimal::add), ANY));
        all.put("subf", Function.variadic(a -> folded(a, 1, BigDecimal::subtract), ANY, ANY));
        all.put("mulf", Function.variadic(a -> folded(a, 1, BigDecimal::multiply), ANY, ANY));
        all.put("divf", Function.variadic(a -> folded(a, 1, Decimals::quotient), ANY, ANY));
        all.put("maxf", Function.variadic(a -> extreme(a, Math::max), ANY, ANY));
        all.put("minf", Function.variadic(a -> extreme(a, Math::min), ANY, ANY));
        return all;
    }

    /** As spf13/cast reads a float64. */
    private static double decimal(@Nullable Object value) {
        return switch (value) {
            case Number number -> number.doubleValue();
            case Boolean truth -> truth ? 1 : 0;
            case String text -> parsed(text);
            case null, default -> 0;
        };
    }

    private static double parsed(String text) {
        try {
            return text.matches("[-+0-9.eE]+") ? Double.parseDouble(text) : 0;
        } catch (NumberFormatException _) {
            return 0;
        }
    }

    private static BigDecimal exact(double value) throws TemplateFailed {
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            throw new TemplateFailed("Cannot create a Decimal from " + value);
        }
        return BigDecimal.valueOf(value);
    }

    private static double folded(Arguments arguments, int from, Operation operation)
            throws TemplateFailed {
        var result = from == 0 ? BigDecimal.ZERO : exact(decimal(arguments.any(0)));
        for (var value : arguments.from(from)) {
            result = operation.of(result, exact(decimal(value)));
        }
        return result.doubleValue();
    }

    private static BigDecimal quotient(BigDecimal left, BigDecimal right) throws TemplateFailed {
        if (right.signum() == 0) {
            throw new TemplateFailed("decimal division by 0");
        }
        return left.divide(right, QUOTIENT_DIGITS, RoundingMode.HALF_UP);
    }

    private static double extreme(Arguments arguments, DoubleBinaryOperator operator) {
        var result = decimal(arguments.any(0));
        for (var value : arguments.from(1)) {
            result = operator.applyAsDouble(result, decimal(value));
        }
        return result;
    }

    private static double rounded(Arguments arguments) {
        var roundOn = arguments.count() > 2 ? arguments.decimal(2) : 0.5;
        var power = Math.pow(10, arguments.number(1));
        var digits = power * decimal(arguments.any(0));
        var fraction = digits - (digits < 0 ? Math.ceil(digits) : Math.floor(digits));
        return (fraction >= roundOn ? Math.ceil(digits) : Math.floor(digits)) / power;
    }

    private Decimals() {}
}
