package io.dabbawala.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/**
 * Where things are.
 *
 * @param home the project's folder, with everything built
 * @param state what the running platform writes: data, keys, logs
 */
public record Layout(Path home, Path state) {

    /** A new folder below the state, so that two at a time do not meet. */
    public Layout fresh(String name) {
        try {
            Files.createDirectories(state);
            return new Layout(home, Files.createTempDirectory(state, name + "-"));
        } catch (IOException e) {
            throw new UncheckedIOException("create a folder in " + state, e);
        }
    }

    /** Removes what programs kept there; the logs stay. */
    public void removeData() {
        try (var all = Files.walk(state)) {
            all.filter(path -> !path.equals(state) && !path.startsWith(logs()))
                    .sorted(Comparator.reverseOrder())
                    .forEach(path -> path.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException("remove the data in " + state, e);
        }
    }

    public Path logs() {
        return state.resolve("logs");
    }

    /** The class path of the broker and of the cluster's twin. */
    public String classPath() {
        return home.resolve("deploy/local/target/lib") + "/*";
    }

    public Path registry() {
        return home.resolve("deploy/local/target/registry");
    }

    public Path service(String name) {
        return home.resolve("services").resolve(name).resolve("target/quarkus-app/quarkus-run.jar");
    }
}
