package io.dabbawala.compliancegate.calendar;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;

/** Patterns of names: {@code * ? [abc] [!abc] {a,b}}; a star matches any characters. */
public final class Glob {

    private static final String PLAIN = ".()+^$|";

    /** A pattern nobody can read matches only itself. */
    public static boolean matches(String pattern, String text) {
        try {
            return Pattern.compile(regex(pattern), Pattern.DOTALL).matcher(text).matches();
        } catch (PatternSyntaxException _) {
            return pattern.equals(text);
        }
    }

    private static String regex(String glob) {
        var regex = new StringBuilder();
        var braces = 0;
        for (int i = 0; i < glob.length(); i++) {
            var character = glob.charAt(i);
            switch (character) {
                case '*' -> regex.append(i > 0 && glob.charAt(i - 1) == '*' ? "" : ".*");
                case '?' -> regex.append('.');
                case '{' -> {
                    braces++;
                    regex.append("(?:");
                }
                case '}' -> {
                    regex.append(braces > 0 ? ")" : "\\}");
                    braces = Math.max(0, braces - 1);
                }
                case ',' -> regex.append(braces > 0 ? "|" : ",");
                case '!' -> regex.append(i > 0 && glob.charAt(i - 1) == '[' ? "^" : "!");
                case '\\' -> {
                    i++;
                    regex.append(i < glob.length() ? Pattern.quote(glob.substring(i, i + 1)) : "");
                }
                default ->
                        regex.append(PLAIN.indexOf(character) >= 0 ? "\\" : "").append(character);
            }
        }
        return regex.toString();
    }

    private Glob() {}
}
