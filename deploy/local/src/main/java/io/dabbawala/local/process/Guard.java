package io.dabbawala.local.process;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Sees to it that no program outlives this process, even when it is killed: a shell that reads
 * which programs run, and when nobody writes to it any more ends those that are left.
 */
public final class Guard implements AutoCloseable {

    private static final String SCRIPT =
            """
            trap '' INT TERM HUP
            running=' '
            lastly=:
            while read -r what which; do
              case $what in
                started) running="$running$which " ;;
                ended) case $running in *" $which "*)
                  running=${running%%" $which "*}' '${running#*" $which "} ;; esac ;;
                lastly) lastly=$which ;;
              esac
            done
            for pid in $running; do kill -9 "$pid" 2>/dev/null; done
            eval "$lastly"
            """;

    private final Process shell;
    private final Writer lines;

    private Guard(Process shell) {
        this.shell = shell;
        this.lines = shell.outputWriter(UTF_8);
    }

    public static Guard start() {
        try {
            return new Guard(
                    new ProcessBuilder(List.of("sh", "-c", SCRIPT, "dabbawala-guard"))
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start());
        } catch (IOException e) {
            throw new UncheckedIOException("start a shell (sh)", e);
        }
    }

    void started(long pid) {
        write("started " + pid);
    }

    void ended(long pid) {
        write("ended " + pid);
    }

    /** A shell command to run in the end, instead of the one named before. */
    void lastly(String command) {
        write("lastly " + command);
    }

    /** Ends whatever still runs, and the guard itself. */
    @Override
    public void close() {
        try {
            lines.close();
            shell.waitFor(15, TimeUnit.SECONDS);
        } catch (IOException _) {
            shell.destroyForcibly(); // it is gone already
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void write(String line) {
        try {
            lines.write(line + "\n");
            lines.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("tell the guard: " + line, e);
        }
    }
}
