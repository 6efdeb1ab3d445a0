package io.dabbawala.notifier.route;

import java.util.regex.Pattern;

/**
 * A glob over {@code namespace/name}: {@code *} and {@code ?} stay within one of the two, {@code
 * **} does not. Without a slash it is about the name alone.
 */
record ApplicationPattern(String text) {

    private static final Pattern TOKEN = Pattern.compile("\\*\\*|\\*|\\?|[^*?]+");

    boolean matches(String application) {
        var subject =
                text.contains("/")
                        ? application
                        : application.substring(application.indexOf('/') + 1);
        var regex =
                TOKEN.matcher(text)
                        .replaceAll(
                                token ->
                                        switch (token.group()) {
                                            case "**" -> ".*";
                                            case "*" -> "[^/]*";
                                            case "?" -> "[^/]";
                                            default ->
                                                    java.util.regex.Matcher.quoteReplacement(
                                                            Pattern.quote(token.group()));
                                        });
        return Pattern.matches(regex, subject);
    }
}
