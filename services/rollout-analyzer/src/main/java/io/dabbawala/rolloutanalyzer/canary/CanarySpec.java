package io.dabbawala.rolloutanalyzer.canary;

import io.dabbawala.rolloutanalyzer.judge.MetricCheck;
import java.time.Duration;
import java.util.List;

/**
 * The part of a Flagger Canary that judges.
 *
 * @param promotionStep by how much the canary's share falls at each interval once the primary is
 *     promoted; 0 for all at once
 * @param remarks what it declares and we do not do, for the promotion's reason
 */
public record CanarySpec(
        Duration interval,
        int threshold,
        Strategy strategy,
        int promotionStep,
        List<MetricCheck> metrics,
        List<String> remarks) {

    private static final Duration DEFAULT_INTERVAL = Duration.ofMinutes(1);

    public CanarySpec {
        metrics = List.copyOf(metrics);
        remarks = List.copyOf(remarks);
    }

    /** For a rollout that cannot be judged; {@code reason} begins with a code. */
    public static CanarySpec unsupported(String reason) {
        var strategy = new Strategy.Unsupported(reason);
        return new CanarySpec(DEFAULT_INTERVAL, 1, strategy, 0, List.of(), List.of());
    }

    /** The longest time that one of the metrics looks back. */
    public Duration longestInterval() {
        return metrics.stream()
                .map(MetricCheck::interval)
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
    }
}
