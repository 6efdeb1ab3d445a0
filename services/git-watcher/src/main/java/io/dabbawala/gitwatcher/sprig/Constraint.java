package io.dabbawala.gitwatcher.sprig;

import io.dabbawala.gitwatcher.template.function.TemplateFailed;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * One bound on a version, such as {@code ^1.2} or {@code >= 1.x}, as Masterminds/semver v3 checks
 * it: a pre-release fits only where the bound names one.
 *
 * @param parts how many of major, minor and patch the bound names; 0 for a star
 */
record Constraint(String operator, Version version, int parts) {

    private static final String VERSION =
            "v?([0-9]+|[xX*])(?:\\.([0-9]+|[xX*]))?(?:\\.([0-9]+|[xX*]))?"
                    + "(?:-[0-9A-Za-z.-]+)?(?:\\+[0-9A-Za-z.-]+)?";
    private static final Pattern ONE =
            Pattern.compile("\\s*(=|!=|>|<|>=|=>|<=|=<|~|~>|\\^)?\\s*(%s)".formatted(VERSION));
    private static final Pattern HYPHEN =
            Pattern.compile("\\s*(%s)\\s+-\\s+(%s)\\s*".formatted(VERSION, VERSION));

    /** Alternatives, each of which is a list of bounds that all have to hold. */
    static List<List<Constraint>> all(String text) throws TemplateFailed {
        var alternatives = new ArrayList<List<Constraint>>();
        for (var alternative : text.split("\\|\\|", -1)) {
            var plain = HYPHEN.matcher(alternative).replaceAll(" >=$1, <=$5 ");
            var bounds = new ArrayList<Constraint>();
            var match = ONE.matcher(plain);
            int at = 0;
            while (at < plain.length() && match.region(at, plain.length()).lookingAt()) {
                bounds.add(of(match.group(1) == null ? "" : match.group(1), match.group(2)));
                at = match.end();
                while (at < plain.length() && ", ".indexOf(plain.charAt(at)) >= 0) {
                    at++;
                }
            }
            if (bounds.isEmpty() || at < plain.length()) {
                throw new TemplateFailed("improper constraint: " + text);
            }
            alternatives.add(bounds);
        }
        return alternatives;
    }

    private static Constraint of(String operator, String text) throws TemplateFailed {
        var match = Pattern.compile(VERSION).matcher(text);
        match.matches();
        int parts = 0;
        while (parts < 3
                && match.group(parts + 1) != null
                && !"xX*".contains(match.group(parts + 1))) {
            parts++;
        }
        var whole = text.replaceAll("(?<![0-9A-Za-z-])[xX*](?=\\.|$|-)", "0");
        return new Constraint(operator, Version.of(parts == 0 ? "0.0.0" : whole), parts);
    }

    boolean admits(Version candidate) {
        if (!candidate.prerelease().isEmpty() && version.prerelease().isEmpty()) {
            return operator.equals("!=") && parts == 3;
        }
        var order = candidate.compareTo(version);
        return switch (operator) {
            case "", "=" -> parts < 3 ? isTilde(candidate) : order == 0;
            case "!=" -> parts < 3 ? !isSamePart(candidate, parts) : order != 0;
            case ">" -> parts < 3 ? order > 0 && !isSamePart(candidate, parts) : order > 0;
            case "<" -> order < 0;
            case ">=", "=>" -> order >= 0;
            case "<=", "=<" -> parts < 3 ? order <= 0 || isSamePart(candidate, parts) : order <= 0;
            case "^" -> order >= 0 && isCaret(candidate);
            default -> isTilde(candidate);
        };
    }

    private boolean isTilde(Version candidate) {
        return candidate.compareTo(version) >= 0 && isSamePart(candidate, Math.min(parts, 2));
    }

    private boolean isCaret(Version candidate) {
        if (version.major() > 0 || parts < 2) {
            return isSamePart(candidate, Math.min(parts, 1));
        }
        if (version.minor() > 0 || parts < 3) {
            return isSamePart(candidate, 2);
        }
        return isSamePart(candidate, 3);
    }

    private boolean isSamePart(Version candidate, int count) {
        return (count < 1 || candidate.major() == version.major())
                && (count < 2 || candidate.minor() == version.minor())
                && (count < 3 || candidate.patch() == version.patch());
    }
}
