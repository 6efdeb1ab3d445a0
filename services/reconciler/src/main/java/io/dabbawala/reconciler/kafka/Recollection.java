package io.dabbawala.reconciler.kafka;

import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** What was going on before applications became ours. */
final class Recollection {

    private final CompletableFuture<Supplier<Remembered>> read = new CompletableFuture<>();
    private Remembered remembered = Remembered.NOTHING;
    private long rememberedAt;

    /** From now on it can be read; returns whether this was the first time. */
    boolean begin(Supplier<Remembered> reader) {
        return read.complete(reader);
    }

    /**
     * Read once for all that became ours at the same time.
     *
     * @param since names that time; 0: it is not ours, and there is nothing to know
     */
    synchronized Remembered since(long since) {
        if (since == 0) {
            return Remembered.NOTHING;
        }
        if (rememberedAt < since) {
            remembered = read.join().get();
            rememberedAt = since;
        }
        return remembered;
    }
}
