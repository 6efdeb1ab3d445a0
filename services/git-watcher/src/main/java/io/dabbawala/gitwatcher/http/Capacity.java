package io.dabbawala.gitwatcher.http;

import io.dabbawala.gitwatcher.sender.Sender;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/** How much of this service senders of webhooks may take up together. */
public final class Capacity {

    private static final int USUAL_BYTES = 1 << 20;

    private final Semaphore places;
    private final long githubBytes;

    /**
     * @param atOnce how many are worked on at the same time
     */
    public Capacity(int atOnce, long githubBytes) {
        if (atOnce < 1 || githubBytes < 1 || githubBytes > 25 << 20) {
            throw new IllegalArgumentException(
                    "git-watcher.webhooks-at-once: %d, git-watcher.largest-github-webhook: %d of at most 25M"
                            .formatted(atOnce, githubBytes));
        }
        this.places = new Semaphore(atOnce);
        this.githubBytes = githubBytes;
    }

    boolean takes(Sender sender, int bytes) {
        return bytes <= (sender.name().equals("github") ? githubBytes : USUAL_BYTES);
    }

    /** Nothing if all places are taken. */
    <T> Optional<T> within(Supplier<T> work) {
        if (!places.tryAcquire()) {
            return Optional.empty();
        }
        try {
            return Optional.of(work.get());
        } finally {
            places.release();
        }
    }
}
