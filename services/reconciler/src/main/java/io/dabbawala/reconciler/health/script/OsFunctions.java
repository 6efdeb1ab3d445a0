package io.dabbawala.reconciler.health.script;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import org.luaj.vm2.LuaError;
import org.luaj.vm2.LuaTable;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.Varargs;

/** What is left of the library {@code os}: the time it was told, in UTC. */
final class OsFunctions {

    private static final int ABSENT = -1;
    private static final int NOON = 12;
    private static final Map<Character, String> FORMATS =
            Map.ofEntries(
                    Map.entry('a', "EEE"),
                    Map.entry('A', "EEEE"),
                    Map.entry('b', "MMM"),
                    Map.entry('B', "MMMM"),
                    Map.entry('c', "EEE MMM d HH:mm:ss yyyy"),
                    Map.entry('d', "dd"),
                    Map.entry('D', "MM/dd/yy"),
                    Map.entry('F', "yyyy-MM-dd"),
                    Map.entry('H', "HH"),
                    Map.entry('I', "hh"),
                    Map.entry('j', "DDD"),
                    Map.entry('m', "MM"),
                    Map.entry('M', "mm"),
                    Map.entry('p', "a"),
                    Map.entry('S', "ss"),
                    Map.entry('T', "HH:mm:ss"),
                    Map.entry('x', "MM/dd/yy"),
                    Map.entry('X', "HH:mm:ss"),
                    Map.entry('y', "yy"),
                    Map.entry('Y', "yyyy"),
                    Map.entry('z', "xx"),
                    Map.entry('Z', "'UTC'"));

    static LuaTable table(Instant now) {
        var os = new LuaTable();
        Function.put(os, "time", arguments -> time(arguments, now));
        Function.put(os, "date", arguments -> date(arguments, now));
        Function.put(
                os,
                "difftime",
                arguments ->
                        LuaValue.valueOf(arguments.checkdouble(1) - arguments.optdouble(2, 0)));
        return os;
    }

    private static LuaValue time(Varargs arguments, Instant now) {
        if (arguments.isnoneornil(1)) {
            return LuaValue.valueOf((double) now.getEpochSecond());
        }
        var table = arguments.checktable(1);
        try {
            var day = LocalDateTime.of(field(table, "year", ABSENT), 1, 1, 0, 0);
            return LuaValue.valueOf(
                    (double)
                            day.plusMonths(field(table, "month", ABSENT) - 1L)
                                    .plusDays(field(table, "day", ABSENT) - 1L)
                                    .plusHours(field(table, "hour", NOON))
                                    .plusMinutes(field(table, "min", 0))
                                    .plusSeconds(field(table, "sec", 0))
                                    .toEpochSecond(ZoneOffset.UTC));
        } catch (DateTimeException e) {
            throw new LuaError("no such time: " + e.getMessage());
        }
    }

    /** Argo CD's Lua, unlike others, misses none: a time that is no time is still a time. */
    private static int field(LuaTable table, String name, int otherwise) {
        var value = table.get(name);
        return value.isnumber() ? value.toint() : otherwise;
    }

    private static LuaValue date(Varargs arguments, Instant now) {
        var written = arguments.optjstring(1, "%c");
        var format = written.startsWith("!") ? written.substring(1) : written;
        try {
            var at =
                    Instant.ofEpochSecond(arguments.optlong(2, now.getEpochSecond()))
                            .atOffset(ZoneOffset.UTC);
            return format.startsWith("*t") ? fields(at) : LuaValue.valueOf(text(format, at));
        } catch (DateTimeException e) {
            throw new LuaError("no such time: " + e.getMessage());
        }
    }

    private static LuaTable fields(OffsetDateTime at) {
        var table = new LuaTable();
        table.set("year", at.getYear());
        table.set("month", at.getMonthValue());
        table.set("day", at.getDayOfMonth());
        table.set("hour", at.getHour());
        table.set("min", at.getMinute());
        table.set("sec", at.getSecond());
        table.set("wday", at.getDayOfWeek().getValue() % 7 + 1);
        table.set("yday", at.getDayOfYear());
        table.set("isdst", LuaValue.FALSE);
        return table;
    }

    private static String text(String format, OffsetDateTime at) {
        var text = new StringBuilder();
        for (int i = 0; i < format.length(); i++) {
            if (format.charAt(i) != '%' || i + 1 == format.length()) {
                text.append(format.charAt(i));
            } else {
                text.append(directive(format.charAt(++i), at));
            }
        }
        return text.toString();
    }

    private static String directive(char name, OffsetDateTime at) {
        var pattern = FORMATS.get(name);
        if (pattern != null) {
            return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).format(at);
        }
        return switch (name) {
            case '%' -> "%";
            case 'w' -> String.valueOf(at.getDayOfWeek().getValue() % 7);
            default -> "%" + name;
        };
    }

    private OsFunctions() {}
}
