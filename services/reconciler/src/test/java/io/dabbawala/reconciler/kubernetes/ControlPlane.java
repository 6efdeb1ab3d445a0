package io.dabbawala.reconciler.kubernetes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A real etcd and API server, started by the project's own script where their programs are. */
final class ControlPlane implements AutoCloseable {

    private static final Path SCRIPTS = Path.of("../../deploy/local/control-plane");
    private static final String VERSION = "1.36.3";

    private final Path directory;
    private final Path programs;

    private ControlPlane(Path directory, Path programs) {
        this.directory = directory;
        this.programs = programs;
    }

    /** The folder of the programs, if there is one. */
    static Optional<Path> programs() {
        var named = Optional.ofNullable(System.getenv("KUBEBUILDER_ASSETS")).map(Path::of);
        var cache =
                Optional.ofNullable(System.getenv("XDG_CACHE_HOME"))
                        .map(Path::of)
                        .orElseGet(() -> Path.of(System.getProperty("user.home"), ".cache"));
        var filled = cache.resolve("dabbawala/control-plane-" + VERSION);
        return named.or(() -> Optional.of(filled))
                .filter(folder -> Files.isExecutable(folder.resolve("kube-apiserver")));
    }

    static ControlPlane start(Path programs) {
        try {
            var plane = new ControlPlane(Files.createTempDirectory("control-plane"), programs);
            plane.run("up", plane.state(), "0");
            return plane;
        } catch (IOException e) {
            throw new UncheckedIOException("start the control plane", e);
        }
    }

    String kubeconfig() {
        try {
            return Files.readString(Path.of(state(), "kubeconfig"));
        } catch (IOException e) {
            throw new UncheckedIOException("read the kubeconfig", e);
        }
    }

    @Override
    public void close() {
        run("down", state());
    }

    private String state() {
        return directory.resolve("state").toString();
    }

    private void run(String script, String... arguments) {
        var command = new ArrayList<String>();
        command.add(SCRIPTS.resolve(script).toAbsolutePath().normalize().toString());
        command.addAll(List.of(arguments));
        try {
            var builder = new ProcessBuilder(command).redirectErrorStream(true);
            builder.environment().put("KUBEBUILDER_ASSETS", programs.toString());
            var log = Files.createTempFile(directory, script, ".log");
            var code = builder.redirectOutput(log.toFile()).start().waitFor();
            if (code != 0) {
                throw new IllegalStateException(
                        "%s ended with %d: %s".formatted(command, code, Files.readString(log)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("run " + command, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while running " + command, e);
        }
    }
}
