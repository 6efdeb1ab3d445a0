package io.dabbawala.gitwatcher.render;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What stands between two document markers. A line that starts with {@code ---} is one wherever it
 * stands, even within a block of text.
 *
 * @param linesAbove how many lines of the whole text come before it
 */
record YamlPart(String text, int linesAbove) {

    private static final Pattern MARKER = Pattern.compile("---(\\s.*)?");

    static List<YamlPart> of(String text) {
        var parts = new ArrayList<YamlPart>();
        var lines = text.lines().toList();
        int from = 0;
        for (int i = 1; i <= lines.size(); i++) {
            if (i == lines.size() || MARKER.matcher(lines.get(i)).matches()) {
                parts.add(new YamlPart(String.join("\n", lines.subList(from, i)), from));
                from = i;
            }
        }
        return parts;
    }
}
