package io.dabbawala.gitwatcher.sprig;

import java.time.DateTimeException;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Go's way to write a date: an example that shows 2 January 2006, 15:04:05 (package time). */
final class Layout {

    private static final Pattern PARTS =
            Pattern.compile(
                    "January|Jan|Monday|Mon|MST|2006|-07:00|-0700|-07|Z07:00|Z0700|002|01|02|03|04|05"
                            + "|06|15|[.,](?:0+|9+)(?![0-9])|PM|pm|_2|1|2|3|4|5");
    private static final Map<String, String> JAVA =
            Map.ofEntries(
                    Map.entry("January", "MMMM"),
                    Map.entry("Jan", "MMM"),
                    Map.entry("Monday", "EEEE"),
                    Map.entry("Mon", "EEE"),
                    Map.entry("MST", "zzz"),
                    Map.entry("2006", "uuuu"),
                    Map.entry("06", "uu"),
                    Map.entry("-07:00", "xxx"),
                    Map.entry("-0700", "xx"),
                    Map.entry("-07", "x"),
                    Map.entry("Z07:00", "XXX"),
                    Map.entry("Z0700", "XX"),
                    Map.entry("002", "DDD"),
                    Map.entry("01", "MM"),
                    Map.entry("1", "M"),
                    Map.entry("02", "dd"),
                    Map.entry("2", "d"),
                    Map.entry("_2", "ppd"),
                    Map.entry("15", "HH"),
                    Map.entry("03", "hh"),
                    Map.entry("3", "h"),
                    Map.entry("04", "mm"),
                    Map.entry("4", "m"),
                    Map.entry("05", "ss"),
                    Map.entry("5", "s"),
                    Map.entry("PM", "a"));

    static String format(String layout, ZonedDateTime at) {
        return formatter(layout).format(at);
    }

    /** In UTC where the layout has no offset; empty if the text does not follow it. */
    static Optional<ZonedDateTime> parse(String layout, String text) {
        try {
            return Optional.of(completed(formatter(layout).parse(text)));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    private static DateTimeFormatter formatter(String layout) {
        var builder = new DateTimeFormatterBuilder();
        var part = PARTS.matcher(layout);
        int at = 0;
        while (part.find()) {
            builder.appendLiteral(layout.substring(at, part.start()));
            var word = part.group();
            if (word.startsWith(".") || word.startsWith(",")) {
                var digits = word.length() - 1;
                builder.appendLiteral(word.charAt(0))
                        .appendFraction(ChronoField.NANO_OF_SECOND, digits, digits, false);
            } else if (word.equals("pm")) {
                builder.appendText(ChronoField.AMPM_OF_DAY, Map.of(0L, "am", 1L, "pm"));
            } else {
                builder.appendPattern(JAVA.get(word));
            }
            at = part.end();
        }
        return builder.appendLiteral(layout.substring(at)).toFormatter(Locale.ENGLISH);
    }

    private static ZonedDateTime completed(TemporalAccessor parsed) {
        var offset =
                parsed.isSupported(ChronoField.OFFSET_SECONDS)
                        ? parsed.get(ChronoField.OFFSET_SECONDS)
                        : 0;
        var zone = offset == 0 ? GoTime.UTC : ZoneOffset.ofTotalSeconds(offset);
        return ZonedDateTime.of(
                part(parsed, ChronoField.YEAR, 0),
                part(parsed, ChronoField.MONTH_OF_YEAR, 1),
                part(parsed, ChronoField.DAY_OF_MONTH, 1),
                part(parsed, ChronoField.HOUR_OF_DAY, 0),
                part(parsed, ChronoField.MINUTE_OF_HOUR, 0),
                part(parsed, ChronoField.SECOND_OF_MINUTE, 0),
                part(parsed, ChronoField.NANO_OF_SECOND, 0),
                zone);
    }

    private static int part(TemporalAccessor parsed, ChronoField field, int otherwise) {
        return parsed.isSupported(field) ? parsed.get(field) : otherwise;
    }

    private Layout() {}
}
