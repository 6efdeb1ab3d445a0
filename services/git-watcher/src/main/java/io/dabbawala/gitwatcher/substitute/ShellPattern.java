package io.dabbawala.gitwatcher.substitute;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * A pattern of a shell: * ? [a-c] [^a], and a backslash that takes them literally. Here * crosses
 * slashes.
 */
record ShellPattern(Pattern regex) {

    /** Empty if it is none, like a class that is not closed. */
    static Optional<ShellPattern> of(String text) {
        var regex = new StringBuilder();
        var letters = text.codePoints().toArray();
        for (int i = 0; i < letters.length; i++) {
            switch (letters[i]) {
                case '*' -> regex.append(".*");
                case '?' -> regex.append('.');
                case '[' -> {
                    var end = new CharacterClass(letters, i + 1).appendTo(regex);
                    if (end.isEmpty()) {
                        return Optional.empty();
                    }
                    i = end.getAsInt();
                }
                case '\\' -> {
                    if (++i == letters.length) {
                        return Optional.empty();
                    }
                    regex.append(Pattern.quote(Character.toString(letters[i])));
                }
                default -> regex.append(Pattern.quote(Character.toString(letters[i])));
            }
        }
        return Optional.of(new ShellPattern(Pattern.compile(regex.toString(), Pattern.DOTALL)));
    }

    /** The text without what the pattern matches at its start; never less than one letter. */
    String trimStart(String text, boolean longest) {
        var lengths = text.codePoints().map(Character::charCount).toArray();
        var found = OptionalInt.empty();
        var end = 0;
        for (var length : lengths) {
            end += length;
            var matches = regex.matcher(text).region(0, end).matches();
            if (matches && (longest || found.isEmpty())) {
                found = OptionalInt.of(end);
            }
        }
        return text.substring(found.orElse(0));
    }

    private record CharacterClass(int[] letters, int start) {

        /** A class of Java must not be empty. */
        private static final String NO_LETTER = "[^\\x{0}-\\x{10ffff}]";

        /** Returns where its bracket closes; nothing if it does not, or holds no letter. */
        OptionalInt appendTo(StringBuilder regex) {
            var isNegated = start < letters.length && letters[start] == '^';
            var i = isNegated ? start + 1 : start;
            regex.append(isNegated ? "[^" : "[").append(NO_LETTER);
            var isEmpty = true;
            while (i < letters.length && (isEmpty || letters[i] != ']')) {
                var low = letter(i);
                if (low.isEmpty()) {
                    return low;
                }
                var high = low;
                i = low.getAsInt() + 1;
                if (i < letters.length && letters[i] == '-') {
                    high = letter(i + 1);
                    if (high.isEmpty()) {
                        return high;
                    }
                    i = high.getAsInt() + 1;
                }
                append(regex, letters[low.getAsInt()], letters[high.getAsInt()]);
                isEmpty = false;
            }
            regex.append(']');
            return i < letters.length ? OptionalInt.of(i) : OptionalInt.empty();
        }

        /** Where the letter stands that is meant at this place. */
        private OptionalInt letter(int at) {
            if (at >= letters.length || letters[at] == '-' || letters[at] == ']') {
                return OptionalInt.empty();
            }
            var place = letters[at] == '\\' ? at + 1 : at;
            return place < letters.length ? OptionalInt.of(place) : OptionalInt.empty();
        }

        /** A range that runs backwards holds nothing. */
        private static void append(StringBuilder regex, int low, int high) {
            if (low <= high) {
                regex.append("\\x{%x}-\\x{%x}".formatted(low, high));
            }
        }
    }
}
