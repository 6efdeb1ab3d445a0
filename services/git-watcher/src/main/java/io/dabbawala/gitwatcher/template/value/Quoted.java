package io.dabbawala.gitwatcher.template.value;

import java.util.Optional;

/** Text in Go's quotes (Go standard library, strconv.Quote and strconv.Unquote). */
public final class Quoted {

    private static final String ESCAPES = "abfnrtv\\'\"";
    private static final String ESCAPED = "\u0007\b\f\n\r\t\u000b\\'\"";

    public static String of(String text) {
        return of(text, false);
    }

    public static String of(String text, boolean asciiOnly) {
        var quoted = new StringBuilder("\"");
        text.codePoints().forEach(point -> append(quoted, point, '"', asciiOnly));
        return quoted.append('"').toString();
    }

    public static String character(int point, boolean asciiOnly) {
        var quoted = new StringBuilder("'");
        append(quoted, point, '\'', asciiOnly);
        return quoted.append('\'').toString();
    }

    private static void append(StringBuilder into, int point, char quote, boolean asciiOnly) {
        var escape = ESCAPED.indexOf(point);
        if (point == quote || point == '\\') {
            into.append('\\').appendCodePoint(point);
        } else if (escape >= 0 && point != '\'' && point != '"') {
            into.append('\\').append(ESCAPES.charAt(escape));
        } else if (point >= 0x20 && point < 0x7f) {
            into.appendCodePoint(point);
        } else if (!asciiOnly && isPrintable(point)) {
            into.appendCodePoint(point);
        } else if (point < ' ' || point == 0x7f) {
            into.append("\\x%02x".formatted(point));
        } else {
            into.append((point > 0xffff ? "\\U%08x" : "\\u%04x").formatted(point));
        }
    }

    public static boolean isPrintable(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SPACE_SEPARATOR ->
                    point == ' ';
            default -> true;
        };
    }

    /** The text between the quotes of any kind; empty if it cannot be read. */
    public static Optional<String> read(String quoted) {
        var quote = quoted.charAt(0);
        var inside = quoted.substring(1, quoted.length() - 1);
        if (quote == '`') {
            return Optional.of(inside.replace("\r", ""));
        }
        var text = new StringBuilder();
        for (int i = 0; i < inside.length(); ) {
            if (inside.charAt(i) != '\\') {
                text.append(inside.charAt(i++));
                continue;
            }
            var read = escape(inside, i + 1, quote, text);
            if (read < 0) {
                return Optional.empty();
            }
            i = read;
        }
        return Optional.of(text.toString());
    }

    private static int escape(String inside, int at, char quote, StringBuilder text) {
        if (at >= inside.length()) {
            return -1;
        }
        var kind = inside.charAt(at);
        var simple = ESCAPES.indexOf(kind);
        if (simple >= 0 && (kind != '\'' && kind != '"' || kind == quote)) {
            text.append(ESCAPED.charAt(simple));
            return at + 1;
        }
        return switch (kind) {
            case 'x' -> digits(inside, at + 1, 2, 16, text);
            case 'u' -> digits(inside, at + 1, 4, 16, text);
            case 'U' -> digits(inside, at + 1, 8, 16, text);
            default -> kind >= '0' && kind <= '7' ? digits(inside, at, 3, 8, text) : -1;
        };
    }

    private static int digits(String inside, int at, int count, int radix, StringBuilder text) {
        if (at + count > inside.length()) {
            return -1;
        }
        try {
            var point = Integer.parseInt(inside.substring(at, at + count), radix);
            text.appendCodePoint(point);
            return at + count;
        } catch (IllegalArgumentException _) {
            return -1;
        }
    }

    private Quoted() {}
}
