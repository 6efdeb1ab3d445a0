package io.dabbawala.gitwatcher.git;

import static java.util.stream.Collectors.toSet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jgit.internal.storage.file.PackIndex;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;

/**
 * The packs a transfer by the {@code git} program brings. It has no limit for one object, so its
 * packs are looked at when they are there, and thrown away, with the refs that need them, if one of
 * them holds more than allowed. What was there before is in a file meanwhile: where the program or
 * this process ends too early, the next transfer looks.
 */
final class NewPacks {

    private final Mirror mirror;
    private final long largest;
    private final Path folder;
    private final Path before;

    NewPacks(Mirror mirror, long largest) {
        this.mirror = mirror;
        this.largest = largest;
        var directory = mirror.repository().getDirectory().toPath();
        folder = directory.resolve("objects/pack");
        before = directory.resolve("packs-before-fetch");
    }

    /** Whether a transfer goes on, or ended too early and nobody has looked yet. */
    boolean areExpected() {
        return Files.exists(before);
    }

    void expect() throws IOException {
        if (!areExpected()) {
            var part = before.resolveSibling(before.getFileName() + ".part");
            Files.write(part, indices());
            Files.move(part, before);
        }
    }

    /**
     * Why they were thrown away; empty if they stay. Looked at apart, so that the mirror never
     * knows a pack that goes.
     */
    Optional<String> refuse() throws IOException {
        var known = Set.copyOf(Files.readAllLines(before));
        var brought = indices().stream().filter(name -> !known.contains(name)).toList();
        var reason = Optional.<String>empty();
        if (!brought.isEmpty()) {
            var directory = mirror.repository().getDirectory();
            try (var apart = new FileRepositoryBuilder().setGitDir(directory).setBare().build()) {
                reason = tooLarge(apart, brought);
                if (reason.isPresent()) {
                    forget(apart, brought);
                }
            }
        }
        Files.delete(before);
        return reason;
    }

    private List<String> indices() throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".idx"))
                    .sorted()
                    .toList();
        }
    }

    private Optional<String> tooLarge(Repository apart, List<String> brought) throws IOException {
        try (var reader = apart.newObjectReader()) {
            for (var name : brought) {
                for (var entry : PackIndex.open(folder.resolve(name).toFile())) {
                    var size = reader.getObjectSize(entry.toObjectId(), ObjectReader.OBJ_ANY);
                    if (size > largest) {
                        return Optional.of(reason(size));
                    }
                }
            }
        }
        return Optional.empty();
    }

    private String reason(long size) {
        return String.format(
                Locale.ROOT,
                "an object of %,d bytes, at most %,d (raise git-watcher.largest-object)",
                size,
                largest);
    }

    /** The refs first: none must name what is not there. */
    private void forget(Repository apart, List<String> brought) throws IOException {
        var lost = new ArrayList<PackIndex>();
        for (var name : brought) {
            lost.add(PackIndex.open(folder.resolve(name).toFile()));
        }
        for (var ref : apart.getRefDatabase().getRefs()) {
            var id = ref.getObjectId();
            if (!ref.isSymbolic()
                    && id != null
                    && lost.stream().anyMatch(index -> index.hasObject(id))) {
                delete(apart, ref.getName());
            }
        }
        var names = brought.stream().map(name -> name.replaceFirst("idx$", "")).collect(toSet());
        for (var file : files()) {
            if (names.contains(file.getFileName().toString().replaceFirst("[^.]*$", ""))) {
                Files.delete(file);
            }
        }
    }

    private List<Path> files() throws IOException {
        try (var files = Files.list(folder)) {
            return files.toList();
        }
    }

    private static void delete(Repository apart, String ref) throws IOException {
        var update = apart.updateRef(ref);
        update.setForceUpdate(true);
        update.delete();
    }
}
