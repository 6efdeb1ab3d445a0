package io.dabbawala.notifier.http;

import io.dabbawala.notifier.send.Attempt;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

/** What an HTTP status means for a notice. */
record Answer(String host, int status, String retryAfter) {

    private static final int TIMEOUT = 408;
    private static final int TOO_EARLY = 425;
    private static final int TOO_MANY = 429;
    private static final int LONGEST_NUMBER = 9;

    Attempt attempt(Instant now) {
        var reason = "HTTP_%d: %s answered %d".formatted(status, host, status);
        return switch (status / 100) {
            case 2 -> new Attempt.Accepted();
            case 3 -> new Attempt.Refused(reason + ", redirects are not followed");
            case 5 -> new Attempt.TryLater(reason, wait(now));
            default ->
                    status == TOO_MANY || status == TIMEOUT || status == TOO_EARLY
                            ? new Attempt.TryLater(reason, wait(now))
                            : new Attempt.Refused(reason);
        };
    }

    /** Retry-After is a number of seconds or a date (RFC 9110, 10.2.3). */
    private Duration wait(Instant now) {
        if (retryAfter.matches("[0-9]+")) {
            return Duration.ofSeconds(
                    retryAfter.length() > LONGEST_NUMBER
                            ? Integer.MAX_VALUE
                            : Long.parseLong(retryAfter));
        }
        try {
            var date = ZonedDateTime.parse(retryAfter, DateTimeFormatter.RFC_1123_DATE_TIME);
            var wait = Duration.between(now, date.toInstant());
            return wait.isNegative() ? Duration.ZERO : wait;
        } catch (DateTimeException _) {
            return Duration.ZERO;
        }
    }
}
