package io.dabbawala.cli.offline;

import io.dabbawala.cli.answer.CommandFailed;
import io.dabbawala.gitwatcher.render.Changes;
import io.dabbawala.gitwatcher.render.SourceTree;
import io.dabbawala.gitwatcher.render.TreeEntry;
import io.dabbawala.gitwatcher.render.TreeEntry.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A folder on disk as the tree of every commit; what Git keeps for itself is left out. */
final class FolderTree implements SourceTree {

    private final Path root;

    FolderTree(Path root) {
        this.root = root;
    }

    @Override
    public boolean has(String revision) {
        return true;
    }

    @Override
    public Optional<String> treeId(String revision, String path) {
        return Files.isDirectory(root.resolve(path)) ? Optional.of(path) : Optional.empty();
    }

    @Override
    public Changes changes(String revision, String other) {
        return Changes.at(Set.of());
    }

    @Override
    public List<TreeEntry> list(String revision, String path, int limit) {
        var start = root.resolve(path);
        var entries = new ArrayList<TreeEntry>();
        if (!Files.isDirectory(start)) {
            return entries;
        }
        try {
            Files.walkFileTree(start, visitor(start, entries, limit));
        } catch (IOException e) {
            throw CommandFailed.input("%s cannot be read: %s".formatted(start, e.getMessage()));
        }
        entries.sort(Comparator.comparing(TreeEntry::path));
        return entries;
    }

    private SimpleFileVisitor<Path> visitor(Path start, List<TreeEntry> entries, int limit) {
        return new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                return folder.endsWith(".git")
                        ? FileVisitResult.SKIP_SUBTREE
                        : FileVisitResult.CONTINUE;
            }

            /** Git knows no empty folder, generators of folders do: it is no file to anybody. */
            @Override
            public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure)
                    throws IOException {
                try (var inside = Files.list(folder)) {
                    if (!folder.equals(start) && inside.findAny().isEmpty()) {
                        var name = root.relativize(folder) + "/.";
                        entries.add(new TreeEntry(name, Kind.SUBMODULE, name));
                    }
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                var name = root.relativize(file).toString();
                var kind = attributes.isSymbolicLink() ? Kind.SYMLINK : Kind.FILE;
                entries.add(new TreeEntry(name, kind, name));
                return entries.size() < limit
                        ? FileVisitResult.CONTINUE
                        : FileVisitResult.TERMINATE;
            }
        };
    }

    @Override
    public byte[] read(TreeEntry entry, int limit) {
        try (var bytes = Files.newInputStream(root.resolve(entry.path()))) {
            return bytes.readNBytes(limit);
        } catch (IOException e) {
            throw new UncheckedIOException("read " + entry.path(), e);
        }
    }
}
