package io.dabbawala.notifier.message;

import java.util.regex.Pattern;

/** Text from outside made one line of bounded length. */
final class Line {

    private static final int SHORT_REVISION = 7;
    private static final Pattern REVISION = Pattern.compile("[0-9a-f]{40}|[0-9a-f]{64}");

    /** Line breaks and controls; format characters can turn the direction of a text around. */
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\\s]+");

    static String of(String text, int most) {
        var line = INVISIBLE.matcher(text).replaceAll(" ").strip();
        return line.codePointCount(0, line.length()) <= most
                ? line
                : line.substring(0, line.offsetByCodePoints(0, most - 3)) + "...";
    }

    static String revision(String revision) {
        return REVISION.matcher(revision).matches()
                ? revision.substring(0, SHORT_REVISION)
                : revision;
    }

    private Line() {}
}
