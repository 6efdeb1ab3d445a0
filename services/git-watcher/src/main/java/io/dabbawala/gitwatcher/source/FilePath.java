package io.dabbawala.gitwatcher.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Paths as Git names them: no slash in front or at the end, the root empty. */
final class FilePath {

    /** The path that is meant in a folder; empty if it leaves the repository. */
    static Optional<String> resolve(String folder, String relative) {
        var segments = new ArrayList<String>(folder.isEmpty() ? List.of() : split(folder));
        for (var segment : split(relative)) {
            if (segment.equals("..")) {
                if (segments.isEmpty()) {
                    return Optional.empty();
                }
                segments.removeLast();
            } else if (!segment.isEmpty() && !segment.equals(".")) {
                segments.add(segment);
            }
        }
        return Optional.of(String.join("/", segments));
    }

    static String in(String folder, String name) {
        return folder.isEmpty() ? name : name.isEmpty() ? folder : folder + "/" + name;
    }

    static boolean isBelow(String folder, String path) {
        return folder.isEmpty() || path.equals(folder) || path.startsWith(folder + "/");
    }

    private static List<String> split(String path) {
        return List.of(path.split("/"));
    }

    private FilePath() {}
}
