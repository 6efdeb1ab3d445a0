package io.dabbawala.gitwatcher.source;

import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The variables an application may name in its parameters ($ARGOCD_APP_NAME ...). */
public record BuildEnvironment(Map<String, String> values) {

    public static final BuildEnvironment NONE = new BuildEnvironment(Map.of());

    private static final Pattern NAMED =
            Pattern.compile("\\$(?:\\$|\\{([^}]*)}|([A-Za-z_][A-Za-z0-9_]*|[0-9*#@!?-]))");

    public BuildEnvironment {
        values = Map.copyOf(values);
    }

    /** As Go's os.Expand: a name without a value becomes nothing, $$ one dollar. */
    String expand(String text) {
        return NAMED.matcher(text).replaceAll(this::replacement);
    }

    private String replacement(MatchResult match) {
        if (match.group().equals("$$")) {
            return "\\$";
        }
        var name = match.group(1) == null ? match.group(2) : match.group(1);
        return Matcher.quoteReplacement(values.getOrDefault(name, ""));
    }
}
