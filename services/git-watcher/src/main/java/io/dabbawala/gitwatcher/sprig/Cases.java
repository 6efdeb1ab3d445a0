package io.dabbawala.gitwatcher.sprig;

import static io.dabbawala.gitwatcher.template.function.Function.Kind.STRING;

import io.dabbawala.gitwatcher.template.function.Function;
import java.util.HashMap;
import java.util.Map;

/** Upper and lower case, word by word. */
final class Cases {

    static Map<String, Function> all() {
        var all = new HashMap<String, Function>();
        all.put("title", Function.of(a -> titled(a.text(0)), STRING));
        all.put("untitle", Function.of(a -> untitled(a.text(0)), STRING));
        all.put("initials", Function.of(a -> initials(a.text(0)), STRING));
        all.put("swapcase", Function.of(a -> swapped(a.text(0)), STRING));
        all.put("camelcase", Function.of(a -> camel(a.text(0)), STRING));
        all.put("snakecase", Function.of(a -> Words.lower(a.text(0), "_"), STRING));
        all.put("kebabcase", Function.of(a -> Words.lower(a.text(0), "-"), STRING));
        return all;
    }

    private static String titled(String text) {
        var titled = new StringBuilder();
        int previous = ' ';
        for (var point : text.codePoints().toArray()) {
            titled.appendCodePoint(isSeparator(previous) ? Character.toTitleCase(point) : point);
            previous = point;
        }
        return titled.toString();
    }

    private static boolean isSeparator(int point) {
        if (point < 0x80) {
            return !Character.isLetterOrDigit(point) && point != '_';
        }
        return !Character.isLetterOrDigit(point) && Character.isWhitespace(point);
    }

    private static String untitled(String text) {
        var changed = new StringBuilder();
        var isStart = true;
        for (var point : text.codePoints().toArray()) {
            changed.appendCodePoint(isStart ? Character.toLowerCase(point) : point);
            isStart = Character.isWhitespace(point);
        }
        return changed.toString();
    }

    private static String initials(String text) {
        var initials = new StringBuilder();
        var isStart = true;
        for (var point : text.codePoints().toArray()) {
            if (Character.isWhitespace(point)) {
                isStart = true;
            } else if (isStart) {
                initials.appendCodePoint(point);
                isStart = false;
            }
        }
        return initials.toString();
    }

    private static String swapped(String text) {
        var swapped = new StringBuilder();
        var afterSpace = true;
        for (var point : text.codePoints().toArray()) {
            if (Character.isUpperCase(point) || Character.isTitleCase(point)) {
                swapped.appendCodePoint(Character.toLowerCase(point));
                afterSpace = false;
            } else if (Character.isLowerCase(point)) {
                swapped.appendCodePoint(
                        afterSpace ? Character.toTitleCase(point) : Character.toUpperCase(point));
                afterSpace = false;
            } else {
                swapped.appendCodePoint(point);
                afterSpace = Character.isWhitespace(point);
            }
        }
        return swapped.toString();
    }

    /** Words joined with their first letters upper case; connectors in front stay. */
    private static String camel(String text) {
        var points = text.codePoints().toArray();
        var camel = new StringBuilder();
        int at = 0;
        while (at < points.length && Words.isConnector(points[at])) {
            camel.appendCodePoint(points[at++]);
        }
        if (at == points.length) {
            return camel.toString();
        }
        var wasUpper = Character.isUpperCase(points[at]);
        int current = Character.toUpperCase(points[at++]);
        for (; at < points.length; at++) {
            var previous = current;
            current = points[at];
            if (Words.isConnector(current) && Words.isConnector(previous)) {
                camel.appendCodePoint(previous);
            } else if (Words.isConnector(previous)) {
                wasUpper = Character.isUpperCase(current);
                current = Character.toUpperCase(current);
            } else {
                if (wasUpper && Character.isUpperCase(current)) {
                    current = Character.toLowerCase(current);
                } else {
                    wasUpper = false;
                }
                camel.appendCodePoint(previous);
            }
        }
        return camel.appendCodePoint(current).toString();
    }

    private Cases() {}
}
