package io.dabbawala.reconciler.health.script;

import java.math.BigDecimal;
import java.util.Locale;

/** How numbers look as text: as those of Go do, whole ones without a fraction. */
final class Numbers {

    private static final double LARGEST_WHOLE = 0x1p63;
    private static final double LARGEST_PLAIN = 1e6;
    private static final double SMALLEST_PLAIN = 1e-4;

    static String text(double value) {
        if (Double.isNaN(value)) {
            return "NaN";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "+Inf" : "-Inf";
        }
        if (value == (long) value && value < LARGEST_WHOLE) {
            return Long.toString((long) value);
        }
        var digits = new BigDecimal(Double.toString(value)).stripTrailingZeros();
        var size = Math.abs(value);
        return size >= SMALLEST_PLAIN && size < LARGEST_PLAIN
                ? digits.toPlainString()
                : exponential(digits);
    }

    static String exponential(BigDecimal digits) {
        int exponent = digits.precision() - digits.scale() - 1;
        var mantissa = digits.movePointLeft(exponent).stripTrailingZeros().toPlainString();
        return String.format(
                Locale.ROOT, "%se%s%02d", mantissa, exponent < 0 ? "-" : "+", Math.abs(exponent));
    }

    private Numbers() {}
}
