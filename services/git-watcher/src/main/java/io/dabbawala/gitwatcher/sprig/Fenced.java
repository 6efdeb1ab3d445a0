package io.dabbawala.gitwatcher.sprig;

import io.dabbawala.gitwatcher.template.function.TemplateFailed;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Java's expressions, spelled as Go spells them and stopped when they backtrack without end. */
final class Fenced {

    private static final Pattern CLASS =
            Pattern.compile("\\[:(alnum|alpha|digit|lower|upper|punct|space|xdigit|blank):]");
    private static final int LOOKS = 2_000_000;

    /** Text that counts how often it is looked at. */
    private static final class Watched implements CharSequence {

        private final String text;
        private int looks;

        Watched(String text) {
            this.text = text;
        }

        @Override
        public char charAt(int index) {
            if (++looks > LOOKS) {
                throw new TooLong();
            }
            return text.charAt(index);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.subSequence(start, end);
        }

        @Override
        public String toString() {
            return text;
        }
    }

    private static final class TooLong extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    @FunctionalInterface
    interface Use<T> {
        T of(Matcher matcher) throws TemplateFailed;
    }

    static <T> T use(String expression, String text, Use<T> use) throws TemplateFailed {
        try {
            return use.of(Pattern.compile(java(expression)).matcher(new Watched(text)));
        } catch (PatternSyntaxException e) {
            throw new TemplateFailed(
                    "error parsing regexp: %s: `%s`".formatted(reason(e), expression));
        } catch (TooLong | StackOverflowError _) {
            throw new TemplateFailed(
                    "the expression `%s` takes more than %d steps".formatted(expression, LOOKS));
        }
    }

    static boolean isReadable(String expression) {
        try {
            Pattern.compile(java(expression));
            return true;
        } catch (PatternSyntaxException _) {
            return false;
        }
    }

    private static String reason(PatternSyntaxException e) {
        return switch (e.getDescription()) {
            case "Unclosed character class" -> "missing closing ]";
            case "Unclosed group" -> "missing closing )";
            default -> e.getDescription().toLowerCase(Locale.ROOT);
        };
    }

    private static String java(String expression) {
        var named = expression.replace("(?P<", "(?<");
        return CLASS.matcher(named)
                .replaceAll(
                        found -> {
                            var name = found.group(1);
                            var java = name.equals("xdigit") ? "XDigit" : titled(name);
                            return Matcher.quoteReplacement("\\p{" + java + "}");
                        });
    }

    private static String titled(String name) {
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    private Fenced() {}
}
