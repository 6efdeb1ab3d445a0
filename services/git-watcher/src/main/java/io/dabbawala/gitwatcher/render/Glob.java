package io.dabbawala.gitwatcher.render;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** A pattern as in {@code spec.source.directory}: * ? [abc] {a,b}, and * crosses folders. */
record Glob(String text, Pattern pattern) {

    private static final String SPECIAL = ".()+^$|";

    static Glob of(String text) throws UnreadableSource {
        try {
            return new Glob(text, Pattern.compile(regexOf(text), Pattern.DOTALL));
        } catch (PatternSyntaxException e) {
            throw new UnreadableSource(
                    Problem.of("", "the pattern %s cannot be read".formatted(text)));
        }
    }

    boolean matches(String path) {
        return pattern.matcher(path).matches();
    }

    private static String regexOf(String glob) {
        var regex = new StringBuilder();
        var braces = 0;
        for (int i = 0; i < glob.length(); i++) {
            var character = glob.charAt(i);
            switch (character) {
                case '*' -> {
                    if (i == 0 || glob.charAt(i - 1) != '*') {
                        regex.append(".*");
                    }
                }
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
                default -> {
                    if (SPECIAL.indexOf(character) >= 0) {
                        regex.append('\\');
                    }
                    regex.append(character);
                }
            }
        }
        return regex.toString();
    }
}
