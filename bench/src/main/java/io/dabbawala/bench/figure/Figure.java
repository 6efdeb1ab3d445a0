package io.dabbawala.bench.figure;

import java.util.Locale;

/**
 * One measured value and the bound it must keep.
 *
 * @param bound at most this; NaN where nothing is promised
 * @param unit {@code ms}, {@code s}, {@code x}, {@code requests}, {@code MB}, {@code KiB}
 */
public record Figure(String name, double value, double bound, String unit) {

    public static Figure of(String name, double value, double bound, String unit) {
        return new Figure(name, value, bound, unit);
    }

    /** Told for the reader, held to nothing. */
    public static Figure told(String name, double value, String unit) {
        return new Figure(name, value, Double.NaN, unit);
    }

    public boolean isKept() {
        return Double.isNaN(bound) || value <= bound;
    }

    /** {@code name value unit <= bound kept}, in columns. */
    public String line() {
        var promise = Double.isNaN(bound) ? "" : "<= " + number(bound);
        var verdict = Double.isNaN(bound) ? "" : isKept() ? "kept" : "MISSED";
        return "  %-58s %10s %-8s %-9s %s"
                .formatted(name, number(value), unit, promise, verdict)
                .stripTrailing();
    }

    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e9
                ? Long.toString((long) value)
                : String.format(Locale.ROOT, value < 10 ? "%.2f" : "%.1f", value);
    }
}
