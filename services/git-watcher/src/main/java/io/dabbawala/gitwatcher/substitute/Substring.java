package io.dabbawala.gitwatcher.substitute;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** A part of a value by position and length, in bytes; what is no number leaves all of it. */
final class Substring {

    private static final Pattern NUMBER = Pattern.compile("[-+]?[0-9]{1,18}");

    static String of(String value, List<String> arguments) {
        var bytes = value.getBytes(UTF_8);
        var position = number(arguments.getFirst());
        if (position.isEmpty()) {
            return value;
        }
        var start =
                position.getAsLong() < 0
                        ? Math.max(0, bytes.length + position.getAsLong())
                        : position.getAsLong();
        if (arguments.size() == 1) {
            return between(bytes, start, bytes.length);
        }
        var length = number(arguments.get(1));
        if (length.isEmpty()) {
            return value;
        }
        var end =
                length.getAsLong() < 0
                        ? bytes.length + length.getAsLong()
                        : start + length.getAsLong();
        return between(bytes, start, end);
    }

    private static String between(byte[] bytes, long start, long end) {
        var last = (int) Math.min(end, bytes.length);
        return start >= last ? "" : new String(bytes, (int) start, last - (int) start, UTF_8);
    }

    private static OptionalLong number(String text) {
        return NUMBER.matcher(text).matches()
                ? OptionalLong.of(Long.parseLong(text))
                : OptionalLong.empty();
    }

    private Substring() {}
}
