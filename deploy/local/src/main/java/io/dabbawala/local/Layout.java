package io.dabbawala.local;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
        return classPath(target().resolve("lib"));
    }

    public Path registry() {
        return target().resolve("registry");
    }

    /**
     * The registry as one flat class path, changed classes before those they replace. As it is
     * packaged it loads them itself, and then the JVM cannot keep them.
     */
    String registryClassPath() {
        return Stream.of("quarkus", "app", "lib/boot", "lib/main")
                .map(folder -> classPath(registry().resolve(folder)))
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** What a rehearsal learned of this program. */
    public Path cache(String program) {
        return target().resolve("aot").resolve(program + ".aot");
    }

    public Path service(String name) {
        return home.resolve("services").resolve(name).resolve("target/quarkus-app/quarkus-run.jar");
    }

    private Path target() {
        return home.resolve("deploy/local/target");
    }

    /** Sorted: a cache fits the very same line only. */
    private static String classPath(Path folder) {
        try (var files = Files.list(folder)) {
            return files.map(Path::toString)
                    .filter(file -> file.endsWith(".jar"))
                    .sorted()
                    .collect(Collectors.joining(File.pathSeparator));
        } catch (IOException e) {
            throw new UncheckedIOException("look for programs in " + folder, e);
        }
    }
}
