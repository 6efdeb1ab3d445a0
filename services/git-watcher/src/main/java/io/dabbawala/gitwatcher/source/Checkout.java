package io.dabbawala.gitwatcher.source;

import io.dabbawala.gitwatcher.render.Problem;
import io.dabbawala.gitwatcher.render.SourceTree;
import io.dabbawala.gitwatcher.render.TreeEntry;
import io.dabbawala.gitwatcher.render.UnreadableSource;
import java.util.Map;
import java.util.TreeMap;

/** The files a program gets to see, by their path in its folder. */
public final class Checkout {

    /** Where a file's bytes come from. */
    public sealed interface Content {

        record Blob(SourceTree tree, TreeEntry entry) implements Content {}

        record Text(String text) implements Content {}
    }

    static final String SOURCE = "source";

    private final Map<String, Content> files = new TreeMap<>();

    /** Everything below a folder of the repository. */
    void add(Snapshot snapshot, String folder) throws UnreadableSource {
        for (var entry : snapshot.below(folder)) {
            add(SOURCE, snapshot, entry);
        }
    }

    void add(String under, Snapshot snapshot, TreeEntry entry) throws UnreadableSource {
        switch (entry.kind()) {
            case FILE ->
                    files.put(
                            FilePath.in(under, entry.path()),
                            new Content.Blob(snapshot.tree(), entry));
            case SYMLINK ->
                    throw new UnreadableSource(
                            Problem.of(entry.path(), "a symlink is not followed"));
            case SUBMODULE ->
                    throw new UnreadableSource(
                            Problem.of(entry.path(), "a submodule is not followed"));
        }
    }

    void add(String path, String text) {
        files.put(path, new Content.Text(text));
    }

    public Map<String, Content> files() {
        return Map.copyOf(files);
    }
}
