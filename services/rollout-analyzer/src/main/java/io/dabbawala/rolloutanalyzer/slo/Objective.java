package io.dabbawala.rolloutanalyzer.slo;

import java.time.Duration;
import java.util.regex.Pattern;

/**
 * What one SLO promises about one metric of one rollout.
 *
 * @param target the share of requests that must succeed, 0.999 for "three nines"
 * @param period as declared, "30d"
 */
public record Objective(
        String slo, String service, double target, String period, String rollout, String metric) {

    private static final Pattern PERIOD = Pattern.compile("([1-9]\\d{0,4})([mhdwMQY])");

    public Objective {
        if (!(target >= 0 && target < 1)) {
            throw new IllegalArgumentException("an objective of " + target + " is not in [0,1)");
        }
        length(period);
    }

    public static boolean isPeriod(String text) {
        return PERIOD.matcher(text).matches();
    }

    public Duration length() {
        return length(period);
    }

    private static Duration length(String period) {
        var matcher = PERIOD.matcher(period);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("a period of " + period + " is not like 30d");
        }
        var count = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2)) {
            case "m" -> Duration.ofMinutes(count);
            case "h" -> Duration.ofHours(count);
            case "d" -> Duration.ofDays(count);
            case "w" -> Duration.ofDays(7 * count);
            case "M" -> Duration.ofDays(30 * count);
            case "Q" -> Duration.ofDays(90 * count);
            default -> Duration.ofDays(365 * count);
        };
    }
}
