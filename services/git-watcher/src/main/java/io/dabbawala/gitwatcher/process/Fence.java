package io.dabbawala.gitwatcher.process;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The command in front of a program's own: {@code unshare} takes away the network and the view of
 * other processes, {@code prlimit} sets the limits. Both are of util-linux.
 */
final class Fence {

    private static final System.Logger LOG = System.getLogger(Fence.class.getName());

    /** The first that works here is used. */
    private static final List<List<String>> NAMESPACES =
            List.of(
                    List.of(
                            "--user",
                            "--map-root-user",
                            "--net",
                            "--ipc",
                            "--mount",
                            "--pid",
                            "--fork",
                            "--kill-child=KILL",
                            "--mount-proc"),
                    List.of("--user", "--map-root-user", "--net"));

    private final List<String> namespaces;
    private final List<String> limits;

    private Fence(List<String> namespaces, List<String> limits) {
        this.namespaces = namespaces;
        this.limits = limits;
    }

    static Fence of(RenderLimits limits) {
        var namespaces = namespaces();
        if (namespaces.isEmpty()) {
            LOG.log(
                    Level.WARNING,
                    "programs that render are not cut off from the network: unshare is missing or"
                            + " not allowed here; they get no proxy and no credentials");
        }
        var prlimit =
                onPath("prlimit")
                        .map(path -> prlimit(path, limits))
                        .filter(Fence::works)
                        .orElseGet(List::of);
        if (prlimit.isEmpty()) {
            LOG.log(
                    Level.WARNING,
                    "programs that render have no limits but their deadline: prlimit is missing or"
                            + " not allowed here");
        }
        return new Fence(namespaces, prlimit);
    }

    /** The program's first file of this name in the folders of PATH. */
    static Optional<Path> onPath(String program) {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "/usr/bin:/bin").split(":"))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .map(Path::toAbsolutePath)
                .findFirst();
    }

    List<String> around(List<String> command) {
        return Stream.of(namespaces, limits, command).flatMap(List::stream).toList();
    }

    boolean cutsOffTheNetwork() {
        return !namespaces.isEmpty();
    }

    private static List<String> namespaces() {
        return onPath("unshare").stream()
                .flatMap(unshare -> NAMESPACES.stream().map(flags -> command(unshare, flags)))
                .filter(Fence::works)
                .findFirst()
                .orElseGet(List::of);
    }

    private static List<String> prlimit(Path prlimit, RenderLimits limits) {
        var seconds = limits.cpu().toSeconds();
        return command(
                prlimit,
                List.of(
                        "--cpu=%d:%d".formatted(seconds, seconds + 1),
                        "--data=" + limits.memory(),
                        "--fsize=" + limits.output(),
                        "--nproc=" + limits.processes(),
                        "--core=0"));
    }

    private static List<String> command(Path program, List<String> flags) {
        var command = new ArrayList<String>();
        command.add(program.toString());
        command.addAll(flags);
        command.add("--");
        return command;
    }

    private static boolean works(List<String> prefix) {
        var command = new ArrayList<>(prefix);
        command.add(onPath("true").map(Path::toString).orElse("/bin/true"));
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            LOG.log(Level.DEBUG, command.getFirst() + " does not run here", e);
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while trying " + command, e);
        }
    }
}
