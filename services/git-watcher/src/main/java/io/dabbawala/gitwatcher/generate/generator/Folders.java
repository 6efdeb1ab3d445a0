package io.dabbawala.gitwatcher.generate.generator;

import io.dabbawala.gitwatcher.render.TreeEntry;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/** The folders of a tree, a folder before what is in it; hidden ones are left out. */
final class Folders {

    private static final Comparator<String> BY_SEGMENT =
            (left, right) -> Arrays.compare(left.split("/"), right.split("/"));

    static List<String> of(List<TreeEntry> entries) {
        var folders = new TreeMap<String, Boolean>(BY_SEGMENT);
        for (var entry : entries) {
            for (var slash = entry.path().indexOf('/');
                    slash >= 0;
                    slash = entry.path().indexOf('/', slash + 1)) {
                var folder = entry.path().substring(0, slash);
                if (folder.startsWith(".") || folder.contains("/.")) {
                    break;
                }
                folders.put(folder, true);
            }
        }
        return new ArrayList<>(folders.keySet());
    }

    private Folders() {}
}
