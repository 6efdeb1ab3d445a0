package io.dabbawala.gitwatcher.helm;

import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Templates may look at objects of the cluster, and {@code helm template} answers that there are
 * none. The library asks a cluster instead, so that question is put as one with the same answer:
 * what is left of nothing without four keys.
 */
final class Lookups {

    private static final Pattern ACTION = Pattern.compile("\\{\\{.*?}}", Pattern.DOTALL);
    private static final Pattern LOOKUP = Pattern.compile("(?<![\\w.$\"'/-])lookup(?=\\s)");

    static String answered(Path file, String text) {
        return file.toString().contains("templates/")
                ? ACTION.matcher(text).replaceAll(action -> quoted(action.group()))
                : text;
    }

    private static String quoted(String action) {
        return Matcher.quoteReplacement(LOOKUP.matcher(action).replaceAll("omit (dict)"));
    }

    private Lookups() {}
}
