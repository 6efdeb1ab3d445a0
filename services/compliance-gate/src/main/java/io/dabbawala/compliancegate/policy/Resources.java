package io.dabbawala.compliancegate.policy;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The name of a kind in paths and rules: its plural in lower case. */
final class Resources {

    private static final Set<String> PLURAL_ALREADY = Set.of("endpoints");
    private static final Pattern HISSING = Pattern.compile(".*(s|x|z|ch|sh)");
    private static final Pattern CONSONANT_AND_Y = Pattern.compile(".*[^aeiou]y");

    static String of(String kind) {
        var word = kind.toLowerCase(Locale.ROOT);
        if (word.isEmpty() || PLURAL_ALREADY.contains(word)) {
            return word;
        }
        if (HISSING.matcher(word).matches()) {
            return word + "es";
        }
        return CONSONANT_AND_Y.matcher(word).matches()
                ? word.substring(0, word.length() - 1) + "ies"
                : word + "s";
    }

    private Resources() {}
}
