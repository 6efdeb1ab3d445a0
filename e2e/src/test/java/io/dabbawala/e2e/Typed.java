package io.dabbawala.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * {@code ./dabba} as it is typed, on what this build has packaged.
 *
 * @param state its own folder, whose stamps say that nothing is stale
 * @param environment variables beside the inherited ones
 */
record Typed(Path state, Map<String, String> environment) {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    Typed {
        environment = Map.copyOf(environment);
    }

    static Typed in(Path state, Map<String, String> environment) {
        try {
            Files.createFile(state.resolve("built"));
            Files.createFile(state.resolve("dabba.aot"));
        } catch (IOException e) {
            throw new UncheckedIOException("prepare " + state, e);
        }
        return new Typed(state, environment);
    }

    /** What it said, on either stream. */
    Path output() {
        return state.resolve("output");
    }

    Process start(String... arguments) throws IOException {
        // What runs in the background hears no interrupt, and nor would its children.
        var line = new ArrayList<>(List.of("env", "--default-signal=INT"));
        line.add(States.HOME.resolve("dabba").toString());
        line.addAll(List.of(arguments));
        var builder =
                new ProcessBuilder(line)
                        .redirectErrorStream(true)
                        .redirectOutput(output().toFile());
        builder.environment().put("DABBA_STATE", state.toString());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().putAll(environment);
        return builder.start();
    }

    /** Runs a command that succeeds, to its end, and returns what it said. */
    String says(String... arguments) {
        try {
            var process = start(arguments);
            assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
            var said = Files.readString(output());
            assertThat(process.exitValue()).as(said).isZero();
            return said;
        } catch (IOException e) {
            throw new UncheckedIOException("run dabba " + List.of(arguments), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted during dabba " + List.of(arguments), e);
        }
    }
}
