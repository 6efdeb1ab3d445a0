package io.dabbawala.rolloutanalyzer.slo;

import io.dabbawala.rolloutanalyzer.judge.Counts;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** What is left of an error budget, and how fast it goes. */
public record Budget(Objective objective, List<Burn> burns, double left, Counts period) {

    private static final Map<Duration, String> WINDOWS =
            new TreeMap<>(Map.of(Duration.ofMinutes(5), "5m", Duration.ofHours(1), "1h"));

    /**
     * @param counted what was counted in the last so much time
     */
    public static Budget measure(Objective objective, Function<Duration, Counts> counted) {
        var burns =
                WINDOWS.entrySet().stream()
                        .map(it -> Burn.of(it.getValue(), objective, counted.apply(it.getKey())))
                        .toList();
        var period = counted.apply(objective.length());
        return new Budget(objective, burns, 1 - Burn.rate(objective, period), period);
    }
}
