package io.dabbawala.gitwatcher.process;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.dabbawala.gitwatcher.render.LfsPointer;
import io.dabbawala.gitwatcher.render.Problem;
import io.dabbawala.gitwatcher.render.UnreadableSource;
import io.dabbawala.gitwatcher.source.Checkout.Content;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;

/** The folder of one run: {@code files} for what it reads, {@code scratch} for what it writes. */
record Workspace(Path root) implements AutoCloseable {

    static Workspace create() {
        try {
            var workspace = new Workspace(Files.createTempDirectory("dabbawala-render"));
            Files.createDirectory(workspace.files());
            Files.createDirectory(workspace.scratch());
            return workspace;
        } catch (IOException e) {
            throw new UncheckedIOException("make a folder to render in", e);
        }
    }

    Path files() {
        return root.resolve("files");
    }

    Path scratch() {
        return root.resolve("scratch");
    }

    void write(Map<String, Content> contents, int largest) throws UnreadableSource {
        for (var file : contents.entrySet()) {
            var path = files().resolve(file.getKey()).normalize();
            if (!path.startsWith(files())) {
                throw new UnreadableSource(
                        Problem.of(file.getKey(), "a path must not leave its repository"));
            }
            var bytes =
                    switch (file.getValue()) {
                        case Content.Text(var text) -> text.getBytes(UTF_8);
                        case Content.Blob blob -> bytes(blob, largest);
                    };
            write(path, bytes);
        }
    }

    private static byte[] bytes(Content.Blob blob, int largest) throws UnreadableSource {
        var entry = blob.entry();
        var bytes = blob.tree().read(entry, largest + 1);
        if (bytes.length > largest) {
            throw new UnreadableSource(
                    Problem.of(
                            entry.path(),
                            "a file of more than %d bytes (raise git-watcher.limits.file)"
                                    .formatted(largest)));
        }
        LfsPointer.refuse(entry.path(), bytes);
        return bytes;
    }

    private static void write(Path path, byte[] bytes) {
        try {
            Files.createDirectories(path.getParent());
            Files.write(path, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("write " + path, e);
        }
    }

    @Override
    public void close() {
        try (var paths = Files.walk(root)) {
            for (var path : (Iterable<Path>) paths.sorted(Comparator.reverseOrder())::iterator) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("remove " + root, e);
        }
    }
}
