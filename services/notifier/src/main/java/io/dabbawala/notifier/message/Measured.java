package io.dabbawala.notifier.message;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One metric as it was judged, in the unit of the metric. Without a value, reason says why. */
public record Measured(
        String metric,
        @Nullable Double value,
        @Nullable Double minimum,
        @Nullable Double maximum,
        long samples,
        String reason) {

    String text() {
        var text = new StringBuilder(metric).append(' ');
        text.append(value == null ? reason : number(value));
        if (minimum != null) {
            text.append(", must be at least ").append(number(minimum));
        }
        if (maximum != null) {
            text.append(", must be at most ").append(number(maximum));
        }
        return samples > 0 ? text.append(" (%d samples)".formatted(samples)).toString() : "" + text;
    }

    private static String number(double value) {
        return new DecimalFormat("0.##", DecimalFormatSymbols.getInstance(Locale.ROOT))
                .format(value);
    }
}
