package io.dabbawala.gitwatcher.watch;

import java.util.Locale;

/** Two spellings of one address are the same repository. */
public record RepositoryUrl(String value) {

    public RepositoryUrl {
        value = normalised(value);
    }

    /** What comes after the last slash, or the colon of an address of SSH. */
    public String name() {
        return value.substring(Math.max(value.lastIndexOf('/'), value.lastIndexOf(':')) + 1);
    }

    private static String normalised(String url) {
        var text = url.strip();
        while (text.endsWith("/")) {
            text = text.substring(0, text.length() - 1);
        }
        if (text.endsWith(".git")) {
            text = text.substring(0, text.length() - 4);
        }
        return text.startsWith("file:")
                ? text.replaceFirst("^file:/*", "file:///")
                : text.toLowerCase(Locale.ROOT);
    }
}
