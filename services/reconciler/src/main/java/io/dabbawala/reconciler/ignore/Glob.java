package io.dabbawala.reconciler.ignore;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * A pattern for names: {@code *} is any text, {@code ?} one character, {@code [a-z]} and {@code
 * {a,b}} alternatives, a backslash takes the next character as it is. Nothing separates (Argo CD
 * util/glob).
 */
record Glob(Pattern pattern) {

    /** A pattern that makes no sense matches nothing, as in Argo CD. */
    static Glob of(String text) {
        try {
            return new Glob(Pattern.compile(regex(text), Pattern.DOTALL));
        } catch (PatternSyntaxException _) {
            return new Glob(Pattern.compile("(?!)"));
        }
    }

    boolean matches(String name) {
        return pattern.matcher(name).matches();
    }

    private static String regex(String text) {
        var regex = new StringBuilder();
        var alternatives = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '*' -> regex.append(".*");
                case '?' -> regex.append('.');
                case '{' -> {
                    regex.append("(?:");
                    alternatives++;
                }
                case '}' -> {
                    regex.append(')');
                    alternatives--;
                }
                case ',' -> regex.append(alternatives > 0 ? "|" : ",");
                case '[' -> {
                    int end = text.indexOf(']', i + 1);
                    regex.append(characters(end < 0 ? "(?" : text.substring(i + 1, end)));
                    i = end < 0 ? i : end;
                }
                case '\\' -> {
                    i = Math.min(i + 1, text.length() - 1);
                    regex.append(Pattern.quote(text.substring(i, i + 1)));
                }
                default -> regex.append(Pattern.quote(String.valueOf(c)));
            }
        }
        return regex.toString();
    }

    private static String characters(String inside) {
        return "["
                + (inside.startsWith("!") ? "^" + inside.substring(1) : inside)
                        .replace("\\", "\\\\")
                        .replace("[", "\\[")
                        .replace("&&", "&")
                + "]";
    }
}
