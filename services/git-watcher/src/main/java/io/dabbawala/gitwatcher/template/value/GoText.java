package io.dabbawala.gitwatcher.template.value;

import static java.util.stream.Collectors.joining;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A value as Go's fmt prints it with %v. */
public final class GoText {

    private static final int LARGE = 6;

    public static String of(@Nullable Object value) {
        return switch (value) {
            case null -> "<nil>";
            case NoValue _ -> "<nil>";
            case Double number -> decimal(number);
            case Map<?, ?> map ->
                    sorted(map).entrySet().stream()
                            .map(member -> member.getKey() + ":" + of(member.getValue()))
                            .collect(joining(" ", "map[", "]"));
            case List<?> list -> list.stream().map(GoText::of).collect(joining(" ", "[", "]"));
            default -> value.toString();
        };
    }

    /** As fmt.Sprint writes several: a space between two of which none is text. */
    public static String all(List<@Nullable Object> values) {
        var text = new StringBuilder();
        for (int i = 0; i < values.size(); i++) {
            var isApart =
                    i > 0
                            && !(values.get(i) instanceof String)
                            && !(values.get(i - 1) instanceof String);
            text.append(isApart ? " " : "").append(of(values.get(i)));
        }
        return text.toString();
    }

    public static Map<String, @Nullable Object> sorted(Map<?, ?> map) {
        var sorted = new TreeMap<String, @Nullable Object>();
        map.forEach((key, value) -> sorted.put(String.valueOf(key), value));
        return sorted;
    }

    /** A float64 as %v and %g write it: the fewest digits, with an exponent from a million on. */
    public static String decimal(double value) {
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            return Double.isNaN(value) ? "NaN" : value > 0 ? "+Inf" : "-Inf";
        }
        if (value == 0) {
            return 1 / value < 0 ? "-0" : "0";
        }
        var digits = new BigDecimal(Double.toString(value)).stripTrailingZeros();
        var exponent = digits.precision() - digits.scale() - 1;
        return exponent < -4 || exponent >= LARGE
                ? scientific(digits, exponent)
                : digits.toPlainString();
    }

    private static String scientific(BigDecimal digits, int exponent) {
        var unscaled = digits.unscaledValue().abs().toString();
        var fraction = unscaled.length() > 1 ? "." + unscaled.substring(1) : "";
        return "%s%s%se%s%02d"
                .formatted(
                        digits.signum() < 0 ? "-" : "",
                        unscaled.charAt(0),
                        fraction,
                        exponent < 0 ? "-" : "+",
                        Math.abs(exponent));
    }

    /** %e with a number of digits after the point. */
    public static String scientific(double value, int precision) {
        if (value == 0) {
            return (precision > 0 ? "0." + "0".repeat(precision) : "0") + "e+00";
        }
        var exact = new BigDecimal(value);
        var rounded = exact.round(new MathContext(precision + 1, RoundingMode.HALF_EVEN));
        var exponent = rounded.precision() - rounded.scale() - 1;
        return scientific(
                rounded.setScale(precision - exponent, RoundingMode.UNNECESSARY), exponent);
    }

    private GoText() {}
}
