package io.dabbawala.console.event;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** How revisions, numbers, times and reasons are said. */
public final class Sentence {

    private static final int SHORT_REVISION = 7;
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm:ss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    public static String revision(String revision) {
        return revision.length() > SHORT_REVISION
                ? revision.substring(0, SHORT_REVISION)
                : revision;
    }

    public static String number(double value) {
        return new DecimalFormat("0.##", DecimalFormatSymbols.getInstance(Locale.ROOT))
                .format(value);
    }

    public static String clock(Instant time) {
        return CLOCK.format(time);
    }

    public static String seconds(Duration duration) {
        return number(duration.toMillis() / 1000.0) + " s";
    }

    /** The first few, and how many more there are. */
    public static String list(List<String> all, int shown) {
        var head = String.join(", ", all.subList(0, Math.min(shown, all.size())));
        return all.size() > shown ? head + " and %d more".formatted(all.size() - shown) : head;
    }

    /** {@code what: why}, or just {@code what} when nobody said why. */
    public static String because(String what, String why) {
        return why.isBlank() ? what : what + ": " + why;
    }

    private Sentence() {}
}
