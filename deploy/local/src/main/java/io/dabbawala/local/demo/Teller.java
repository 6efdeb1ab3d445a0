package io.dabbawala.local.demo;

import io.dabbawala.local.step.StepFailed;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/** Prints the story with the time each thing took, and waits for things to happen. */
final class Teller {

    private static final Duration PAUSE = Duration.ofMillis(100);

    private final PrintStream out;
    private Instant chapter = Instant.now();

    Teller(PrintStream out) {
        this.out = out;
    }

    void chapter(String title) {
        chapter = Instant.now();
        out.println();
        out.println(title);
    }

    /** One thing that happened, with the time since the chapter began. */
    void tell(String text) {
        out.printf("  [%6.1f s] %s%n", sinceChapter().toMillis() / 1000.0, text);
    }

    void line(String text) {
        out.println("    " + text);
    }

    Duration sinceChapter() {
        return Duration.between(chapter, Instant.now());
    }

    /**
     * Waits until there is a value; after {@code patience} the story has failed with what was
     * expected and what was {@code seen} instead.
     */
    <T> T await(
            String expected,
            Duration patience,
            Supplier<Optional<T>> value,
            Supplier<String> seen) {
        var deadline = Instant.now().plus(patience);
        while (true) {
            var found = value.get();
            if (found.isPresent()) {
                return found.get();
            }
            if (Instant.now().isAfter(deadline)) {
                throw new StepFailed(
                        "%s within %d s".formatted(expected, patience.toSeconds()), seen.get());
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted in the middle of the story", e);
        }
    }
}
