package io.dabbawala.local.process;

import io.dabbawala.local.step.StepFailed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** A child process with a log of its own, which an interrupt of the terminal does not reach. */
public final class Program {

    public static final Duration GRACE = Duration.ofSeconds(20);

    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final List<String> DEAF_TO_INTERRUPTS =
            List.of("sh", "-c", "trap '' INT; exec \"$@\"", "sh");

    private final String name;
    private final Process process;
    private final Path log;
    private final Guard guard;
    private final Instant startedAt = Instant.now();

    private Program(String name, Process process, Path log, Guard guard) {
        this.name = name;
        this.process = process;
        this.log = log;
        this.guard = guard;
    }

    /** What to run, where, and with which environment beside the inherited one. */
    public record Command(
            String name, List<String> line, Path directory, Map<String, String> environment) {

        public Command {
            line = List.copyOf(line);
            environment = Map.copyOf(environment);
        }
    }

    /** Starts it; what it says is appended to {@code NAME.log} in the folder. */
    public static Program start(Command command, Path logs, Guard guard) {
        var log = logs.resolve(command.name() + ".log");
        var line = new ArrayList<>(DEAF_TO_INTERRUPTS);
        line.addAll(command.line());
        try {
            Files.createDirectories(logs);
            var builder =
                    new ProcessBuilder(line)
                            .directory(command.directory().toFile())
                            .redirectInput(Path.of("/dev/null").toFile())
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
            builder.environment().putAll(command.environment());
            var process = builder.start();
            guard.started(process.pid());
            return new Program(command.name(), process, log, guard);
        } catch (IOException e) {
            throw new StepFailed(
                    command.name() + " to start",
                    "%s: %s".formatted(command.line().getFirst(), e.getMessage()));
        }
    }

    /** Waits until the program answers and returns how long that took since its start. */
    public Duration awaitReady(BooleanSupplier ready, Duration patience) {
        var expected = "%s to answer within %d s".formatted(name, patience.toSeconds());
        var deadline = startedAt.plus(patience);
        while (!ready.getAsBoolean()) {
            if (!process.isAlive()) {
                throw failed(expected, "ended with exit code " + process.exitValue());
            }
            if (Instant.now().isAfter(deadline)) {
                throw failed(expected, "runs, but did not answer");
            }
            pause();
        }
        return Duration.between(startedAt, Instant.now());
    }

    /** Waits until a program that only does something has done it. */
    public void awaitEnd(Duration patience) {
        var expected = "%s to be done within %d s".formatted(name, patience.toSeconds());
        try {
            if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw failed(expected, "still runs");
            }
            guard.ended(pid());
            if (process.exitValue() != 0) {
                throw failed(expected, "ended with exit code " + process.exitValue());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StepFailed(expected, "an interrupt");
        }
    }

    public String name() {
        return name;
    }

    public long pid() {
        return process.pid();
    }

    public boolean isRunning() {
        return process.isAlive();
    }

    /** Asks it to end, and ends it when it does not within the grace. Twice is fine. */
    public void stop(Duration grace) {
        process.destroy();
        try {
            if (!process.waitFor(grace.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly().waitFor();
            }
            guard.ended(pid());
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    /** SIGKILL: no goodbye, as in a crash. */
    public void kill() {
        process.destroyForcibly();
        try {
            process.waitFor();
            guard.ended(pid());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private StepFailed failed(String expected, String seen) {
        return new StepFailed(
                expected,
                "%s %s. The end of %s:%n%s".formatted(name, seen, log, LogFile.lastLines(log)));
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting", e);
        }
    }
}
