package io.dabbawala.gitwatcher.watch;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The kind of change a commit message declares: the trailer {@code Change-Class} if there is one,
 * else {@code breaking} or the type of a Conventional Commit, else nothing.
 */
public final class ChangeClass {

    private static final Pattern TRAILER =
            Pattern.compile("(?im)^change-class:[ \\t]*([a-z0-9 _-]{1,64})[ \\t]*$");
    private static final Pattern SUBJECT =
            Pattern.compile("^([A-Za-z]{1,32})(\\([^()\\r\\n]{1,128}\\))?(!)?: ");
    private static final Pattern BREAKING = Pattern.compile("(?m)^BREAKING[ -]CHANGE: ");

    public static String of(String message) {
        var trailer = TRAILER.matcher(message);
        if (trailer.find()) {
            return trailer.group(1).strip().toLowerCase(Locale.ROOT);
        }
        var subject = SUBJECT.matcher(message);
        if (!subject.find()) {
            return "";
        }
        return subject.group(3) != null || BREAKING.matcher(message).find()
                ? "breaking"
                : subject.group(1).toLowerCase(Locale.ROOT);
    }

    private ChangeClass() {}
}
