package io.dabbawala.reconciler;

import io.dabbawala.reconciler.sync.verdict.GateKeys;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The gate's keys as they are in the file now. A file that is not there yet is an exception. */
final class GateKeyFile implements Supplier<GateKeys> {

    private record Loaded(FileTime changed, GateKeys keys) {}

    private final Path file;
    private @Nullable Loaded loaded;

    GateKeyFile(Path file) {
        this.file = file;
    }

    @Override
    public synchronized GateKeys get() {
        try {
            var changed = Files.getLastModifiedTime(file);
            var known = loaded;
            if (known == null || !known.changed().equals(changed)) {
                known = new Loaded(changed, GateKeys.of(Files.readString(file)));
                loaded = known;
            }
            return known.keys();
        } catch (IOException e) {
            throw new UncheckedIOException("read the gate's public key " + file, e);
        }
    }
}
