package io.dabbawala.gitwatcher.sprig;

import io.dabbawala.gitwatcher.template.value.GoText;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Durations as Go writes them: 1h30m0s. */
final class GoDuration {

    private static final Map<String, Long> NANOSECONDS =
            Map.of(
                    "ns", 1L,
                    "us", 1_000L,
                    "µs", 1_000L,
                    "ms", 1_000_000L,
                    "s", 1_000_000_000L,
                    "m", 60_000_000_000L,
                    "h", 3_600_000_000_000L);
    private static final Pattern PART =
            Pattern.compile("([0-9]+(?:\\.[0-9]*)?|\\.[0-9]+)(ns|us|µs|ms|s|m|h)");
    private static final Pattern WHOLE = Pattern.compile("[+-]?(?:0|(?:" + PART.pattern() + ")+)");

    static Optional<Duration> parse(String text) {
        if (!WHOLE.matcher(text).matches() || text.length() > 40) {
            return Optional.empty();
        }
        var sum = BigDecimal.ZERO;
        var part = PART.matcher(text);
        while (part.find()) {
            var unit = BigDecimal.valueOf(NANOSECONDS.get(part.group(2)));
            sum = sum.add(new BigDecimal(part.group(1)).multiply(unit));
        }
        var nanoseconds = text.startsWith("-") ? sum.negate() : sum;
        return nanoseconds.abs().compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) > 0
                ? Optional.empty()
                : Optional.of(Duration.ofNanos(nanoseconds.longValue()));
    }

    static String text(Duration duration) {
        if (duration.isZero()) {
            return "0s";
        }
        var size = duration.abs();
        var seconds = size.toSecondsPart() + size.toNanosPart() / 1e9;
        var hours = size.toHours() > 0 ? size.toHours() + "h" : "";
        var minutes = size.toMinutes() > 0 ? size.toMinutesPart() + "m" : "";
        return (duration.isNegative() ? "-" : "") + hours + minutes + GoText.decimal(seconds) + "s";
    }

    /** The largest unit only, rounded down. */
    static String rounded(Duration duration) {
        var size = duration.abs();
        var days = size.toDays();
        if (size.compareTo(Duration.ofDays(365)) > 0) {
            return days / 365 + "y";
        }
        if (size.compareTo(Duration.ofDays(30)) > 0) {
            return days / 30 + "mo";
        }
        if (size.compareTo(Duration.ofDays(1)) > 0) {
            return days + "d";
        }
        if (size.compareTo(Duration.ofHours(1)) > 0) {
            return size.toHours() + "h";
        }
        if (size.compareTo(Duration.ofMinutes(1)) > 0) {
            return size.toMinutes() + "m";
        }
        return size.compareTo(Duration.ofSeconds(1)) > 0 ? size.toSeconds() + "s" : "0s";
    }

    private GoDuration() {}
}
