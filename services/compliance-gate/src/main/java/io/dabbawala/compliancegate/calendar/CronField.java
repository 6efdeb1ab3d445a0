package io.dabbawala.compliancegate.calendar;

import java.util.BitSet;
import java.util.List;
import java.util.Locale;

/** One field of a schedule: the values it names, and whether it is a star. */
record CronField(BitSet values, boolean isStar) {

    private static final List<String> NO_NAMES = List.of();
    private static final List<String> MONTHS =
            List.of(
                    "", "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov",
                    "dec");
    private static final List<String> DAYS =
            List.of("sun", "mon", "tue", "wed", "thu", "fri", "sat");

    static CronField minute(String text) throws UnreadableWindow {
        return parse(text, 0, 59, NO_NAMES);
    }

    static CronField hour(String text) throws UnreadableWindow {
        return parse(text, 0, 23, NO_NAMES);
    }

    static CronField dayOfMonth(String text) throws UnreadableWindow {
        return parse(text, 1, 31, NO_NAMES);
    }

    static CronField month(String text) throws UnreadableWindow {
        return parse(text, 1, 12, MONTHS);
    }

    static CronField dayOfWeek(String text) throws UnreadableWindow {
        return parse(text, 0, 6, DAYS);
    }

    boolean has(int value) {
        return values.get(value);
    }

    private static CronField parse(String text, int first, int last, List<String> names)
            throws UnreadableWindow {
        var values = new BitSet();
        var isStar = false;
        for (var part : text.split(",")) {
            if (part.isEmpty()) {
                continue;
            }
            var halves = part.split("/", -1);
            if (halves.length > 2) {
                throw unreadable(part);
            }
            var step = halves.length == 2 ? number(halves[1], NO_NAMES) : 1;
            var ends = halves[0].split("-", -1);
            var any = ends[0].equals("*") || ends[0].equals("?");
            if (ends.length > 2 || step < 1 || any && ends.length > 1) {
                throw unreadable(part);
            }
            var from = any ? first : number(ends[0], names);
            var to =
                    ends.length == 2
                            ? number(ends[1], names)
                            : any || halves.length == 2 ? last : from;
            if (from < first || to > last || from > to) {
                throw unreadable(part);
            }
            isStar |= any && step == 1;
            for (int value = from; value <= to; value += step) {
                values.set(value);
            }
        }
        if (values.isEmpty()) {
            throw unreadable(text);
        }
        return new CronField(values, isStar);
    }

    private static int number(String text, List<String> names) throws UnreadableWindow {
        var name = names.indexOf(text.toLowerCase(Locale.ROOT));
        if (name >= 0 && !text.isEmpty()) {
            return name;
        }
        if (!text.matches("\\d{1,4}")) {
            throw unreadable(text);
        }
        return Integer.parseInt(text);
    }

    private static UnreadableWindow unreadable(String text) {
        return new UnreadableWindow("schedule: \"%s\" cannot be read".formatted(text));
    }
}
