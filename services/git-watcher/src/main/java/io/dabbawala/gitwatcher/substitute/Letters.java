package io.dabbawala.gitwatcher.substitute;

import java.util.function.IntPredicate;

/** The letters of a template, and how far they were read. */
final class Letters {

    static final int END = -1;

    private final String text;
    private int position;

    Letters(String text) {
        this.text = text;
    }

    int peek() {
        return position < text.length() ? text.codePointAt(position) : END;
    }

    boolean isAt(String expected) {
        return text.startsWith(expected, position);
    }

    /** Takes the expected text if it comes next. */
    boolean take(String expected) {
        var isThere = isAt(expected);
        if (isThere) {
            position += expected.length();
        }
        return isThere;
    }

    /** All that comes next and is allowed. */
    String takeWhile(IntPredicate allowed) {
        var start = position;
        while (peek() != END && allowed.test(peek())) {
            position += Character.charCount(peek());
        }
        return text.substring(start, position);
    }

    /** Text up to a letter that ends it, a variable or the end. */
    String takeText(IntPredicate ends, String... escapes) {
        var taken = new StringBuilder();
        while (peek() != END && !isAt("${")) {
            if (isEscape(escapes)) {
                position++;
            } else if (ends.test(peek())) {
                break;
            }
            var letter = peek();
            taken.appendCodePoint(letter);
            position += Character.charCount(letter);
        }
        return taken.toString();
    }

    private boolean isEscape(String... escapes) {
        for (var escape : escapes) {
            if (isAt(escape)) {
                return true;
            }
        }
        return false;
    }
}
