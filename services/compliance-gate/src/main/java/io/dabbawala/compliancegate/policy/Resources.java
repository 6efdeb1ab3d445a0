package io.dabbawala.compliancegate.policy;

import java.util.Locale;
import java.util.Set;

/** The name of a kind in paths and rules: its plural in lower case. */
final class Resources {

    private static final Set<String> PLURAL_ALREADY = Set.of("endpoints");

    static String of(String kind) {
        var word = kind.toLowerCase(Locale.ROOT);
        if (word.isEmpty() || PLURAL_ALREADY.contains(word)) {
            return word;
        }
        if (word.matches(".*(s|x|z|ch|sh)")) {
            return word + "es";
        }
        return word.matches(".*[^aeiou]y")
                ? word.substring(0, word.length() - 1) + "ies"
                : word + "s";
    }

    private Resources() {}
}
