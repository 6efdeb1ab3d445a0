package io.dabbawala.local.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GuardTest {

    @Test
    void programs_end_with_their_parent_also_when_it_is_killed(@TempDir Path directory)
            throws Exception {
        // Given
        var parent = parent(directory);
        var child = ProcessHandle.of(numberFrom(parent.inputReader())).orElseThrow();
        assertThat(child.isAlive()).isTrue();

        // When
        parent.destroyForcibly();

        // Then
        child.onExit().get(20, TimeUnit.SECONDS);
    }

    @Test
    void a_last_command_is_run_in_the_end(@TempDir Path directory) {
        // Given
        var file = directory.resolve("it's done");
        var guard = Guard.start();
        guard.lastly("touch '%s'".formatted(file.toString().replace("'", "'\\''")));

        // When
        guard.close();

        // Then
        assertThat(Files.exists(file)).isTrue();
    }

    @Test
    void a_program_that_ended_is_forgotten() throws Exception {
        // Given
        var stranger = new ProcessBuilder("sleep", "1000").start();
        var guard = Guard.start();
        guard.started(stranger.pid());
        guard.ended(stranger.pid());
        guard.ended(stranger.pid());

        // When
        guard.close();

        // Then
        assertThat(stranger.isAlive()).isTrue();
        stranger.destroyForcibly();
    }

    /** Starts a program, says its process id, and waits to be killed. */
    static final class Parent {

        public static void main(String[] arguments) throws InterruptedException {
            var directory = Path.of(arguments[0]);
            var command = new Program.Command("it", List.of("sleep", "1000"), directory, Map.of());
            System.out.println(
                    new Programs(directory, Guard.start(), Program.GRACE).start(command).pid());
            Thread.currentThread().join();
        }
    }

    private static Process parent(Path directory) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Parent.class.getName(),
                        directory.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static long numberFrom(BufferedReader lines) throws IOException {
        return Long.parseLong(lines.readLine());
    }
}
