package io.dabbawala.gitwatcher.sender;

import java.util.LinkedHashSet;
import java.util.List;

/**
 * The files that the listed commits touched, each once.
 *
 * @param complete whether no other file differs between the two ends of the move
 */
public record ChangedPaths(List<String> paths, boolean complete) {

    static final ChangedPaths UNKNOWN = new ChangedPaths(List.of(), false);

    /** GitHub lists no more files of one commit. */
    private static final int FILES_OF_A_COMMIT = 3_000;

    private static final List<String> KINDS = List.of("/added", "/modified", "/removed");

    public ChangedPaths {
        paths = List.copyOf(paths);
    }

    /** The union over the commits, which are objects with lists of added, modified, removed. */
    static ChangedPaths of(List<Payload> commits, boolean complete) {
        var paths = new LinkedHashSet<String>();
        var isCut = false;
        for (var commit : commits) {
            var files = KINDS.stream().flatMap(kind -> commit.texts(kind).stream()).toList();
            isCut |= files.size() >= FILES_OF_A_COMMIT || KINDS.stream().noneMatch(commit::has);
            paths.addAll(files);
        }
        return new ChangedPaths(List.copyOf(paths), complete && !isCut);
    }
}
