package io.dabbawala.reconciler.kafka.memory;

import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** What was going on before applications became ours. */
public final class Recollection {

    private final CompletableFuture<Supplier<Remembered>> read = new CompletableFuture<>();
    private Remembered remembered = Remembered.NOTHING;
    private long rememberedAt;

    /** From now on it can be read; returns whether this was the first time. */
    public boolean begin(Supplier<Remembered> reader) {
        return read.complete(reader);
    }

    /**
     * Read once for all that became ours at the same time.
     *
     * @param since names that time; 0: it is not ours, and there is nothing to know
     */
    public synchronized Remembered since(long since) {
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
