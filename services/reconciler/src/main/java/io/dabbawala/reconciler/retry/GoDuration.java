package io.dabbawala.reconciler.retry;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** A length of time as Go writes it: {@code 1h30m}, {@code 1.5s}, {@code 300ms}. */
public final class GoDuration {

    private static final Pattern PART =
            Pattern.compile("([0-9]+\\.?[0-9]*|\\.[0-9]+)(ns|us|\u00b5s|\u03bcs|ms|s|m|h)");
    private static final Pattern WHOLE = Pattern.compile("[+-]?[0-9]+");
    private static final Map<String, Long> NANOS =
            Map.of(
                    "ns", 1L,
                    "us", 1_000L,
                    "\u00b5s", 1_000L,
                    "\u03bcs", 1_000L,
                    "ms", 1_000_000L,
                    "s", 1_000_000_000L,
                    "m", 60_000_000_000L,
                    "h", 3_600_000_000_000L);

    /**
     * @throws IllegalArgumentException if it is none, or longer than 292 years
     */
    public static Duration parse(String text) {
        var unsigned = text.startsWith("-") || text.startsWith("+") ? text.substring(1) : text;
        if (unsigned.equals("0")) {
            return Duration.ZERO;
        }
        var parts = PART.matcher(unsigned);
        var nanos = BigDecimal.ZERO;
        int end = 0;
        while (parts.find() && parts.start() == end) {
            var unit = BigDecimal.valueOf(NANOS.get(parts.group(2)));
            nanos = nanos.add(new BigDecimal(parts.group(1)).multiply(unit));
            end = parts.end();
        }
        if (end == 0
                || end < unsigned.length()
                || nanos.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) > 0) {
            throw new IllegalArgumentException("invalid duration \"%s\"".formatted(text));
        }
        return Duration.ofNanos(text.startsWith("-") ? -nanos.longValue() : nanos.longValue());
    }

    /**
     * The one spelling that Go gives to it: {@code 1h0m0s} for {@code 60m}.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static String spelled(String text) {
        var length = parse(text);
        var sign = length.isNegative() ? "-" : "";
        var nanos = BigDecimal.valueOf(length.toNanos()).abs();
        for (var unit : List.of("ns", "\u00b5s", "ms")) {
            if (nanos.compareTo(BigDecimal.valueOf(NANOS.get(unit) * 1_000)) < 0) {
                return nanos.signum() == 0 ? "0s" : sign + in(unit, nanos);
            }
        }
        long minutes = Math.abs(length.toMinutes());
        var hours = minutes < 60 ? "" : minutes / 60 + "h";
        var seconds = in("s", nanos.remainder(BigDecimal.valueOf(NANOS.get("m"))));
        return sign + hours + (minutes == 0 ? "" : minutes % 60 + "m") + seconds;
    }

    private static String in(String unit, BigDecimal nanos) {
        var amount = nanos.divide(BigDecimal.valueOf(NANOS.get(unit)));
        return (amount.signum() == 0 ? "0" : amount.stripTrailingZeros().toPlainString()) + unit;
    }

    /**
     * A number alone is seconds.
     *
     * @throws IllegalArgumentException if it is neither a number nor a duration
     */
    public static Duration orSeconds(String text) {
        if (!WHOLE.matcher(text).matches()) {
            return parse(text);
        }
        try {
            return Duration.ofNanos(Math.multiplyExact(Long.parseLong(text), 1_000_000_000L));
        } catch (ArithmeticException | NumberFormatException _) {
            throw new IllegalArgumentException("invalid duration \"%s\"".formatted(text));
        }
    }

    private GoDuration() {}
}
