package io.dabbawala.gitwatcher.git;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.jgit.internal.storage.file.FileRepository;
import org.eclipse.jgit.internal.storage.file.GC;
import org.eclipse.jgit.storage.pack.PackConfig;

/**
 * Puts what many fetches brought into one pack, so that reading a mirror stays quick: each fetch
 * leaves a pack of its own. Nothing is thrown away, what no ref has any more is kept beside it.
 *
 * <p>It reads the whole repository, therefore it waits until nobody pushes; where somebody always
 * does, until there are really many packs. What is stored as a difference stays one, nothing is
 * compared anew: the packs of a host are small already.
 */
record Maintenance(Mirror mirror) {

    private static final int MANY = 50;
    private static final int TOO_MANY = 500;
    private static final Duration QUIET = Duration.ofSeconds(30);

    void run(Instant now) {
        if (mirror.repository() instanceof FileRepository repository && isDue(repository, now)) {
            pack(repository);
        }
    }

    private void pack(FileRepository repository) {
        var packing = new PackConfig(repository);
        packing.setDeltaCompress(false);
        packing.setBuildBitmaps(false);
        packing.setThreads(1);
        var gc = new GC(repository);
        gc.setPackConfig(packing);
        gc.setExpire(Instant.EPOCH);
        gc.setPackExpireAgeMillis(0);
        try {
            gc.repack();
        } catch (IOException e) {
            throw new UncheckedIOException("pack the mirror of " + mirror.name(), e);
        }
    }

    private static boolean isDue(FileRepository repository, Instant now) {
        var packs = repository.getObjectDatabase().getPacks();
        var quiet = now.minus(QUIET).toEpochMilli();
        return packs.size() > TOO_MANY
                || packs.size() > MANY
                        && packs.stream()
                                .allMatch(pack -> pack.getPackFile().lastModified() < quiet);
    }
}
