package io.dabbawala.gitwatcher.source;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A pattern of paths: * and ? stay in their folder, ** crosses folders.
 *
 * @param folder the part before the first folder with a sign
 */
record PathPattern(String folder, Pattern regex) {

    /** Empty for a path without a sign. */
    static Optional<PathPattern> of(String path) {
        var sign = -1;
        for (int i = 0; i < path.length() && sign < 0; i++) {
            sign = "*?[".indexOf(path.charAt(i)) >= 0 ? i : -1;
        }
        if (sign < 0) {
            return Optional.empty();
        }
        var slash = path.lastIndexOf('/', sign);
        return Optional.of(
                new PathPattern(slash < 0 ? "" : path.substring(0, slash), regexOf(path)));
    }

    boolean matches(String path) {
        return regex.matcher(path).matches();
    }

    private static Pattern regexOf(String path) {
        var regex = new StringBuilder();
        for (int i = 0; i < path.length(); i++) {
            if (path.startsWith("**/", i)) {
                regex.append("(?:.*/)?");
                i += 2;
            } else if (path.startsWith("**", i)) {
                regex.append(".*");
                i++;
            } else {
                regex.append(
                        switch (path.charAt(i)) {
                            case '*' -> "[^/]*";
                            case '?' -> "[^/]";
                            default -> Pattern.quote(path.substring(i, i + 1));
                        });
            }
        }
        return Pattern.compile(regex.toString());
    }
}
