package io.dabbawala.cli.names;

import java.util.Comparator;
import java.util.List;

/** Names that a mistyped one may have meant. */
final class Similar {

    private static final int MOST = 3;

    private record Candidate(String name, int distance) {}

    static List<String> to(String written, List<String> known) {
        var tolerated = Math.max(2, written.length() / 3);
        return known.stream()
                .map(name -> new Candidate(name, distance(written, name)))
                .filter(candidate -> candidate.distance() <= tolerated)
                .sorted(Comparator.comparingInt(Candidate::distance).thenComparing(Candidate::name))
                .limit(MOST)
                .map(Candidate::name)
                .toList();
    }

    /** To the whole name, or to its last part when only that was written. */
    private static int distance(String written, String name) {
        var comparable = written.contains("/") ? name : name.substring(name.lastIndexOf('/') + 1);
        return comparable.contains(written) ? 0 : edits(written, comparable);
    }

    /** Levenshtein distance: insertions, deletions and replacements. */
    private static int edits(String one, String other) {
        var row = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int replaced = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[other.length()];
    }

    private Similar() {}
}
