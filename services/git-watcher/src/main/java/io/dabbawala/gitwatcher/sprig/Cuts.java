package io.dabbawala.gitwatcher.sprig;

import static io.dabbawala.gitwatcher.template.function.Function.Kind.INT;
import static io.dabbawala.gitwatcher.template.function.Function.Kind.STRING;

import io.dabbawala.gitwatcher.template.function.Arguments;
import io.dabbawala.gitwatcher.template.function.Function;
import io.dabbawala.gitwatcher.template.function.TemplateFailed;
import java.util.HashMap;
import java.util.Map;

/** Text that is shortened or broken into lines. */
final class Cuts {

    private static final String DOTS = "...";

    static Map<String, Function> all() {
        var all = new HashMap<String, Function>();
        all.put("trim", Function.of(a -> a.text(0).strip(), STRING));
        all.put("trimAll", Function.of(a -> trimmed(a.text(1), a.text(0)), STRING, STRING));
        all.put("trimall", Function.of(a -> trimmed(a.text(1), a.text(0)), STRING, STRING));
        all.put("trimPrefix", Function.of(Cuts::withoutPrefix, STRING, STRING));
        all.put("trimSuffix", Function.of(Cuts::withoutSuffix, STRING, STRING));
        all.put("nospace", Function.of(a -> a.text(0).replaceAll("(?U)\\s+", ""), STRING));
        all.put("trunc", Function.of(a -> cut(a.number(0), a.text(1)), INT, STRING));
        all.put("substr", Function.of(Cuts::part, INT, INT, STRING));
        all.put("abbrev", Function.of(a -> abbreviated(a.text(1), 0, a.number(0)), INT, STRING));
        all.put("abbrevboth", Function.of(Cuts::abbreviatedBoth, INT, INT, STRING));
        all.put(
                "wrap",
                Function.of(a -> wrapped(a.text(1), a.number(0), "\n", false), INT, STRING));
        all.put("wrapWith", Function.of(Cuts::wrappedWith, INT, STRING, STRING));
        return all;
    }

    static String trimmed(String text, String characters) {
        int from = 0;
        int to = text.length();
        while (from < to && characters.indexOf(text.charAt(from)) >= 0) {
            from++;
        }
        while (to > from && characters.indexOf(text.charAt(to - 1)) >= 0) {
            to--;
        }
        return text.substring(from, to);
    }

    private static String withoutPrefix(Arguments arguments) {
        var text = arguments.text(1);
        return text.startsWith(arguments.text(0))
                ? text.substring(arguments.text(0).length())
                : text;
    }

    private static String withoutSuffix(Arguments arguments) {
        var text = arguments.text(1);
        return text.endsWith(arguments.text(0))
                ? text.substring(0, text.length() - arguments.text(0).length())
                : text;
    }

    private static String cut(int count, String text) {
        var length = Text.length(text);
        if (count < 0 && length + count > 0) {
            return Text.bytes(text, length + count, length);
        }
        return count >= 0 && length > count ? Text.bytes(text, 0, count) : text;
    }

    private static String part(Arguments arguments) throws TemplateFailed {
        var start = arguments.number(0);
        var end = arguments.number(1);
        var text = arguments.text(2);
        var length = Text.length(text);
        var from = Math.max(0, start);
        var to = start >= 0 && (end < 0 || end > length) ? length : end;
        if (from > length || to > length || to < from) {
            throw new TemplateFailed(
                    "runtime error: slice bounds out of range [%d:%d]".formatted(from, to));
        }
        return Text.bytes(text, from, to);
    }

    private static String abbreviatedBoth(Arguments arguments) {
        var left = arguments.number(0);
        var right = arguments.number(1);
        var text = arguments.text(2);
        return right < 4 || left > 0 && right < 7 ? text : abbreviated(text, left, right);
    }

    private static String abbreviated(String text, int left, int width) {
        if (width < 4 || text.length() <= width) {
            return text;
        }
        var offset = Math.min(left, text.length());
        if (text.length() - offset < width - 3) {
            offset = text.length() - (width - 3);
        }
        if (offset <= 4) {
            return text.substring(0, width - 3) + DOTS;
        }
        if (width < 7) {
            return "";
        }
        return offset + width - 3 < text.length()
                ? DOTS + abbreviated(text.substring(offset), 0, width - 3)
                : DOTS + text.substring(text.length() - (width - 3));
    }

    private static String wrappedWith(Arguments arguments) throws TemplateFailed {
        var text = arguments.text(2);
        arguments.budget().take((long) text.length() * (1 + arguments.text(1).length()));
        return wrapped(text, arguments.number(0), arguments.text(1), true);
    }

    private static String wrapped(String text, int most, String newLine, boolean cutsWords) {
        var width = Math.max(1, most);
        var wrapped = new StringBuilder();
        int at = 0;
        while (text.length() - at > width) {
            if (text.charAt(at) == ' ') {
                at++;
                continue;
            }
            var space = text.lastIndexOf(' ', at + width);
            if (space >= at) {
                wrapped.append(text, at, space).append(newLine);
                at = space + 1;
            } else if (cutsWords) {
                wrapped.append(text, at, at + width).append(newLine);
                at += width;
            } else {
                var next = text.indexOf(' ', at + width);
                if (next < 0) {
                    break;
                }
                wrapped.append(text, at, next).append(newLine);
                at = next + 1;
            }
        }
        return wrapped.append(text, at, text.length()).toString();
    }

    private Cuts() {}
}
