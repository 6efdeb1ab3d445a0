package io.dabbawala.gitwatcher.sprig;

import static io.dabbawala.gitwatcher.template.function.Function.Kind.ANY;
import static io.dabbawala.gitwatcher.template.function.Function.Kind.STRING;

import io.dabbawala.gitwatcher.template.function.Function;
import io.dabbawala.gitwatcher.template.function.TemplateFailed;
import io.dabbawala.gitwatcher.template.value.GoValue;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Dates that were given. Where Sprig would fall back to the clock, the value is refused. */
final class Dates {

    private static final GoTime ZERO =
            new GoTime(ZonedDateTime.of(1, 1, 1, 0, 0, 0, 0, GoTime.UTC));

    static Map<String, Function> all() {
        var all = new HashMap<String, Function>();
        all.put("date", Function.of(a -> date(a.text(0), a.any(1), "Local"), STRING, ANY));
        all.put(
                "dateInZone",
                Function.of(a -> date(a.text(0), a.any(1), a.text(2)), STRING, ANY, STRING));
        all.put(
                "date_in_zone",
                Function.of(a -> date(a.text(0), a.any(1), a.text(2)), STRING, ANY, STRING));
        all.put("htmlDate", Function.of(a -> date("2006-01-02", a.any(0), "Local"), ANY));
        all.put(
                "htmlDateInZone",
                Function.of(a -> date("2006-01-02", a.any(0), a.text(1)), ANY, STRING));
        all.put("toDate", Function.of(a -> parsed(a.text(0), a.text(1), false), STRING, STRING));
        all.put("mustToDate", Function.of(a -> parsed(a.text(0), a.text(1), true), STRING, STRING));
        all.put(
                "unixEpoch",
                Function.of(a -> Long.toString(time(a.any(0)).at().toEpochSecond()), ANY));
        all.put(
                "dateModify",
                Function.of(a -> moved(a.text(0), time(a.any(1)), false), STRING, ANY));
        all.put(
                "date_modify",
                Function.of(a -> moved(a.text(0), time(a.any(1)), false), STRING, ANY));
        all.put(
                "mustDateModify",
                Function.of(a -> moved(a.text(0), time(a.any(1)), true), STRING, ANY));
        all.put(
                "must_date_modify",
                Function.of(a -> moved(a.text(0), time(a.any(1)), true), STRING, ANY));
        all.put("duration", Function.of(a -> GoDuration.text(seconds(a.any(0))), ANY));
        all.put("durationRound", Function.of(a -> GoDuration.rounded(given(a.any(0))), ANY));
        return all;
    }

    private static String date(String layout, @Nullable Object date, String zone)
            throws TemplateFailed {
        var time =
                switch (date) {
                    case Integer seconds -> GoTime.of(seconds);
                    case Long seconds -> GoTime.of(seconds);
                    case null, default -> time(date);
                };
        return Layout.format(layout, time.in(zone).at());
    }

    private static GoTime time(@Nullable Object value) throws TemplateFailed {
        if (value instanceof GoTime time) {
            return time;
        }
        throw new TemplateFailed(
                "wrong type for value; expected time.Time; got %s (there is no clock here)"
                        .formatted(GoValue.type(value)));
    }

    private static GoTime parsed(String layout, String text, boolean isStrict)
            throws TemplateFailed {
        var time = Layout.parse(layout, text).map(GoTime::new);
        if (time.isEmpty() && isStrict) {
            throw new TemplateFailed(
                    "parsing time \"%s\" as \"%s\": cannot parse".formatted(text, layout));
        }
        return time.orElse(ZERO);
    }

    private static GoTime moved(String by, GoTime time, boolean isStrict) throws TemplateFailed {
        var duration = GoDuration.parse(by);
        if (duration.isEmpty() && isStrict) {
            throw new TemplateFailed("time: invalid duration \"%s\"".formatted(by));
        }
        return new GoTime(time.at().plus(duration.orElse(Duration.ZERO)));
    }

    private static Duration seconds(@Nullable Object value) {
        return switch (value) {
            case Long seconds -> Duration.ofSeconds(seconds);
            case String text when text.matches("[+-]?[0-9]{1,10}") ->
                    Duration.ofSeconds(Long.parseLong(text));
            case null, default -> Duration.ZERO;
        };
    }

    private static Duration given(@Nullable Object value) {
        return switch (value) {
            case Long nanoseconds -> Duration.ofNanos(nanoseconds);
            case String text -> GoDuration.parse(text).orElse(Duration.ZERO);
            case null, default -> Duration.ZERO;
        };
    }

    private Dates() {}
}
