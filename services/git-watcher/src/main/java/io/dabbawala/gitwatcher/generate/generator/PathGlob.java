package io.dabbawala.gitwatcher.generate.generator;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Patterns of paths where {@code *} and {@code ?} never cross a slash: those of folders (Go
 * standard library, path.Match) and those of files, which know {@code **} and {@code {a,b}} too
 * (bmatcuk/doublestar).
 */
final class PathGlob {

    private static final String SPECIAL = ".()+^$|{}";
    private static final String FOLDERS = "(?:.*/)?";

    private final String glob;
    private final boolean isOfFiles;
    private final StringBuilder regex = new StringBuilder();
    private int at;
    private int braces;

    private PathGlob(String glob, boolean isOfFiles) {
        this.glob = glob;
        this.isOfFiles = isOfFiles;
    }

    /** Empty if it cannot be read. */
    static Optional<Pattern> ofFolders(String glob) {
        return new PathGlob(glob, false).pattern();
    }

    static Optional<Pattern> ofFiles(String glob) {
        return new PathGlob(glob, true).pattern();
    }

    private Optional<Pattern> pattern() {
        while (at < glob.length()) {
            if (!part()) {
                return Optional.empty();
            }
        }
        try {
            return braces == 0
                    ? Optional.of(Pattern.compile(regex.toString(), Pattern.DOTALL))
                    : Optional.empty();
        } catch (PatternSyntaxException _) {
            return Optional.empty();
        }
    }

    private boolean part() {
        var character = glob.charAt(at++);
        switch (character) {
            case '*' -> star();
            case '?' -> regex.append("[^/]");
            case '[' -> {
                return set();
            }
            case '\\' -> {
                if (at == glob.length()) {
                    return false;
                }
                regex.append(Pattern.quote(glob.substring(at, ++at)));
            }
            default -> {
                if (!alternatives(character)) {
                    regex.append(SPECIAL.indexOf(character) >= 0 ? "\\" : "").append(character);
                }
            }
        }
        return true;
    }

    private boolean alternatives(char character) {
        if (!isOfFiles || character != '{' && braces == 0) {
            return false;
        }
        switch (character) {
            case '{' -> {
                braces++;
                regex.append("(?:");
            }
            case '}' -> {
                braces--;
                regex.append(')');
            }
            case ',' -> regex.append('|');
            default -> {
                return false;
            }
        }
        return true;
    }

    private void star() {
        var isDouble = isOfFiles && glob.startsWith("*", at);
        if (!isDouble) {
            regex.append("[^/]*");
            return;
        }
        at++;
        var isWhole =
                (at < 3 || glob.charAt(at - 3) == '/')
                        && (at == glob.length() || glob.charAt(at) == '/');
        if (!isWhole) {
            regex.append("[^/]*");
        } else if (at == glob.length()) {
            regex.append(".*");
        } else {
            at++;
            if (!regex.toString().endsWith(FOLDERS)) { // twice says the same and costs its square
                regex.append(FOLDERS);
            }
        }
    }

    private boolean set() {
        var end = at;
        while (end < glob.length() && (glob.charAt(end) != ']' || end == at)) {
            end += glob.charAt(end) == '\\' ? 2 : 1;
        }
        if (end >= glob.length()) {
            return false;
        }
        var inside = glob.substring(at, end);
        var isNegated = inside.startsWith("^") || isOfFiles && inside.startsWith("!");
        var members = isNegated ? inside.substring(1) : inside;
        regex.append(isNegated ? "[^/" : "(?!/)[").append(escaped(members)).append(']');
        at = end + 1;
        return !members.isEmpty();
    }

    private static String escaped(String members) {
        return members.replace("[", "\\[").replace("&", "\\&").replace("^", "\\^");
    }
}
