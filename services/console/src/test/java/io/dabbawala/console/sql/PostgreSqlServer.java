package io.dabbawala.console.sql;

import static java.util.concurrent.TimeUnit.SECONDS;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;

/**
 * A real PostgreSQL in a folder of its own. It refuses to run as root; root starts it as postgres.
 */
final class PostgreSqlServer implements AutoCloseable {

    private static final Path INSTALLATIONS = Path.of("/usr/lib/postgresql");

    private final Path binaries;
    private final Path folder;
    private final int port;

    private PostgreSqlServer(Path binaries, Path folder, int port) {
        this.binaries = binaries;
        this.folder = folder;
        this.port = port;
    }

    /** Where the server is installed, the newest if there are several. */
    static Optional<Path> binaries() {
        if (!Files.isDirectory(INSTALLATIONS)) {
            return Optional.empty();
        }
        try (var versions = Files.list(INSTALLATIONS)) {
            return versions.map(version -> version.resolve("bin"))
                    .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
                    .max(Comparator.naturalOrder());
        } catch (IOException e) {
            throw new UncheckedIOException("list " + INSTALLATIONS, e);
        }
    }

    static PostgreSqlServer start(Path binaries) {
        try {
            var folder = Files.createTempDirectory("console-postgresql");
            if (isRoot()) {
                run("chown", "postgres", folder.toString());
            }
            var server = new PostgreSqlServer(binaries, folder, freePort());
            server.asOwner("%s/initdb -D %s/data -A trust -U console -E UTF8 --no-sync");
            server.asOwner(
                    "%s/pg_ctl -D %s/data -w -t 30 -l "
                            + folder
                            + "/log -o '-F -h 127.0.0.1 -k "
                            + folder
                            + " -p "
                            + server.port
                            + "' start");
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException("start PostgreSQL", e);
        }
    }

    Database open() {
        return Database.open(
                "jdbc:postgresql://127.0.0.1:%d/postgres".formatted(port), "console", "", 4);
    }

    @Override
    public void close() {
        asOwner("%s/pg_ctl -D %s/data -m immediate stop");
        run("rm", "-rf", folder.toString());
    }

    private void asOwner(String command) {
        var line = command.formatted(binaries, folder);
        if (isRoot()) {
            run("su", "postgres", "-s", "/bin/sh", "-c", line);
        } else {
            run("/bin/sh", "-c", line);
        }
    }

    private static void run(String... command) {
        try {
            var process =
                    new ProcessBuilder(command)
                            .directory(Path.of("/").toFile())
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start();
            if (!process.waitFor(60, SECONDS) || process.exitValue() != 0) {
                throw new IllegalStateException("failed: " + String.join(" ", command));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("run " + command[0], e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted: " + command[0], e);
        }
    }

    private static boolean isRoot() {
        return System.getProperty("user.name").equals("root");
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
