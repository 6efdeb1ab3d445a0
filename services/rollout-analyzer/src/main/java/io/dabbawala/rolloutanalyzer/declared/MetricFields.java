package io.dabbawala.rolloutanalyzer.declared;

import io.dabbawala.rolloutanalyzer.judge.Metric;
import io.dabbawala.rolloutanalyzer.judge.MetricCheck;
import io.dabbawala.rolloutanalyzer.judge.Range;
import java.time.Duration;

/** Reads one entry of {@code analysis.metrics}. */
final class MetricFields {

    private static final Duration DEFAULT_INTERVAL = Duration.ofMinutes(1);
    private static final Duration LEAST_INTERVAL = Duration.ofSeconds(1);
    private static final Duration LONGEST_INTERVAL = Duration.ofHours(1);

    static MetricCheck read(Fields metric) {
        var name = metric.text("name");
        if (name.isEmpty()) {
            metric.problem("name", "is missing");
        }
        return new MetricCheck(name, metric(name, metric), range(name, metric), interval(metric));
    }

    /** A query or a template asks somebody else, whatever the metric is called. */
    private static Metric metric(String name, Fields metric) {
        return metric.at("templateRef").isPresent() || !metric.text("query").isEmpty()
                ? new Metric.Unprovided()
                : Metric.named(name);
    }

    /** A single {@code threshold} is a minimum for the success rate and a maximum otherwise. */
    private static Range range(String name, Fields metric) {
        var range = metric.at("thresholdRange");
        if (range.isPresent()) {
            return new Range(range.number("min").orElse(null), range.number("max").orElse(null));
        }
        var threshold = metric.number("threshold").orElse(null);
        return switch (Metric.named(name)) {
            case Metric.SuccessRate _ -> new Range(threshold, null);
            case Metric.RequestDuration _, Metric.Unprovided _ -> new Range(null, threshold);
        };
    }

    private static Duration interval(Fields metric) {
        var text = metric.text("interval");
        var interval = text.isEmpty() ? DEFAULT_INTERVAL : GoDuration.parse(text).orElse(null);
        if (interval == null || interval.compareTo(LONGEST_INTERVAL) > 0) {
            metric.problem("interval", "is no duration of at most 1h: " + text);
            return DEFAULT_INTERVAL;
        }
        return interval.compareTo(LEAST_INTERVAL) < 0 ? LEAST_INTERVAL : interval;
    }

    private MetricFields() {}
}
