package io.dabbawala.rolloutanalyzer.declared;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/** Durations as Go writes them: 10s, 1m30s, 1.5h, 500ms. */
final class GoDuration {

    private static final Pattern PART = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,9})?)(ms|s|m|h)");
    private static final Pattern WHOLE =
            Pattern.compile("(?:\\d{1,9}(?:\\.\\d{1,9})?(?:ms|s|m|h)){1,8}");

    static Optional<Duration> parse(String text) {
        if (!WHOLE.matcher(text).matches()) {
            return Optional.empty();
        }
        var millis =
                PART.matcher(text)
                        .results()
                        .mapToDouble(it -> Double.parseDouble(it.group(1)) * millis(it.group(2)))
                        .sum();
        return Optional.of(Duration.ofMillis(Math.round(millis)));
    }

    private static long millis(String unit) {
        return switch (unit) {
            case "ms" -> 1;
            case "s" -> 1_000;
            case "m" -> 60_000;
            default -> 3_600_000;
        };
    }

    private GoDuration() {}
}
