package io.dabbawala.console.event;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One metric as it was judged. A bound that is not set is null, as is a value nobody had. */
public record Measurement(
        String metric,
        String classification,
        @Nullable Double value,
        @Nullable Double minimum,
        @Nullable Double maximum,
        long samples,
        Duration window,
        boolean passed,
        String reason) {

    /** {@code request-success-rate 81.2 % < 99 %}. */
    public String sentence() {
        if (value == null) {
            var what = classification.toLowerCase(Locale.ROOT).replace('_', ' ');
            return reason.isBlank()
                    ? metric + ": " + what
                    : "%s: %s (%s)".formatted(metric, what, Reason.said(reason));
        }
        return metric + " " + said(value) + bound(value);
    }

    /** The same with the window and the samples it stands on. */
    public String evidence() {
        return "%s over %s with %d samples"
                .formatted(sentence(), Sentence.seconds(window), samples);
    }

    static String sentences(List<Measurement> measurements) {
        return Sentence.list(measurements.stream().map(Measurement::sentence).toList(), 3);
    }

    static List<Measurement> failed(List<Measurement> measurements) {
        return measurements.stream().filter(measurement -> !measurement.passed()).toList();
    }

    private String bound(double seen) {
        if (minimum != null && (seen < minimum || maximum == null)) {
            return (seen < minimum ? " < " : " >= ") + said(minimum);
        }
        if (maximum != null) {
            return (seen > maximum ? " > " : " <= ") + said(maximum);
        }
        return "";
    }

    private String said(double number) {
        return Sentence.number(number) + unit();
    }

    /** The contract knows percent and milliseconds and leaves it to the metric which. */
    private String unit() {
        if (metric.contains("duration") || metric.contains("latency")) {
            return " ms";
        }
        return metric.matches(".*(rate|ratio|percent|errors?)") ? " %" : "";
    }
}
