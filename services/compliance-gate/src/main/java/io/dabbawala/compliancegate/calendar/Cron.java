package io.dabbawala.compliancegate.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A schedule of five fields: minute, hour, day of month, month, day of week. */
record Cron(
        CronField minutes,
        CronField hours,
        CronField daysOfMonth,
        CronField months,
        CronField daysOfWeek) {

    private static final int YEARS = 5;

    /** No zone turns its clocks back further. */
    private static final Duration OVERLAP = Duration.ofHours(1);

    static Cron parse(String text) throws UnreadableWindow {
        var fields = text.strip().split("\\s+");
        if (fields.length != 5) {
            throw new UnreadableWindow(
                    "schedule \"%s\" has %d fields instead of 5".formatted(text, fields.length));
        }
        return new Cron(
                CronField.minute(fields[0]),
                CronField.hour(fields[1]),
                CronField.dayOfMonth(fields[2]),
                CronField.month(fields[3]),
                CronField.dayOfWeek(fields[4]));
    }

    /** The first time strictly after that; empty if there is none within five years. */
    Optional<Instant> next(Instant after, ZoneId zone) {
        var local = after.atZone(zone).toLocalDateTime();
        Instant best = null;
        var candidate = nextLocal(local.minus(OVERLAP), local);
        while (candidate != null && (best == null || !candidate.isAfter(local.plus(OVERLAP)))) {
            for (var instant : instants(candidate, zone)) {
                if (instant.isAfter(after) && (best == null || instant.isBefore(best))) {
                    best = instant;
                }
            }
            candidate = nextLocal(candidate, local);
        }
        return Optional.ofNullable(best);
    }

    private static List<Instant> instants(LocalDateTime local, ZoneId zone) {
        var first = ZonedDateTime.of(local, zone);
        var last = first.withLaterOffsetAtOverlap();
        return first.equals(last)
                ? List.of(first.toInstant())
                : List.of(first.toInstant(), last.toInstant());
    }

    private @Nullable LocalDateTime nextLocal(LocalDateTime after, LocalDateTime start) {
        var time = after.truncatedTo(ChronoUnit.MINUTES).plusMinutes(1);
        while (time.isBefore(start.plusYears(YEARS))) {
            if (!months.has(time.getMonthValue())) {
                time = time.truncatedTo(ChronoUnit.DAYS).withDayOfMonth(1).plusMonths(1);
            } else if (!hasDay(time)) {
                time = time.truncatedTo(ChronoUnit.DAYS).plusDays(1);
            } else if (!hours.has(time.getHour())) {
                time = time.truncatedTo(ChronoUnit.HOURS).plusHours(1);
            } else if (!minutes.has(time.getMinute())) {
                time = time.plusMinutes(1);
            } else {
                return time;
            }
        }
        return null;
    }

    private boolean hasDay(LocalDateTime time) {
        var ofMonth = daysOfMonth.has(time.getDayOfMonth());
        var ofWeek = daysOfWeek.has(time.getDayOfWeek().getValue() % 7);
        return daysOfMonth.isStar() || daysOfWeek.isStar() ? ofMonth && ofWeek : ofMonth || ofWeek;
    }
}
