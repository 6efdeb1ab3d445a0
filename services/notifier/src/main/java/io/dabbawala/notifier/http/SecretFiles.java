package io.dabbawala.notifier.http;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Secrets that routes name. They lie in one directory, and nothing outside of it can be named: a
 * route is written by people who may not read this host's files.
 */
public record SecretFiles(Path directory) {

    private static final long LONGEST = 64 << 10;

    /** The lines of a secret, never empty; or why there are none. */
    sealed interface Secret {

        record Found(List<String> lines) implements Secret {

            String first() {
                return lines.getFirst();
            }
        }

        record Missing(String reason) implements Secret {}
    }

    Secret read(String name) {
        try {
            var root = directory.toRealPath();
            var file = root.resolve(name).toRealPath();
            return file.startsWith(root) ? read(file, name) : missing(name);
        } catch (IOException | java.nio.file.InvalidPathException _) {
            return missing(name);
        }
    }

    static Secret read(Path file, String name) throws IOException {
        if (!Files.isRegularFile(file) || Files.size(file) > LONGEST) {
            return missing(name);
        }
        var lines =
                Files.readAllLines(file).stream()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .toList();
        return lines.isEmpty() ? missing(name) : new Secret.Found(lines);
    }

    static Secret missing(String name) {
        return new Secret.Missing(
                "SECRET_MISSING: %s is no readable file among the secrets".formatted(name));
    }
}
