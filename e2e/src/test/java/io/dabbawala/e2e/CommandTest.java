package io.dabbawala.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** {@code ./dabba} as it is typed, and what disturbs it. */
class CommandTest {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final int UNAVAILABLE = 69;
    private static final int INTERRUPTED = 130;

    private final Typed dabba = Typed.in(States.fresh("command").state(), Map.of());

    @Test
    void an_interrupt_while_it_starts_leaves_nothing_running() throws Exception {
        interruptedAfter("broker            ready");
    }

    @Test
    void an_interrupt_in_the_middle_of_the_story_leaves_nothing_running() throws Exception {
        interruptedAfter("1. A push arrives");
    }

    @Test
    void when_it_is_killed_its_programs_end_too() throws Exception {
        // Given
        var demo = dabba.start("demo", "--twin");
        await().atMost(PATIENCE).until(() -> said().contains("console           ready"));
        var programs = demo.descendants().toList();
        assertThat(programs).hasSizeGreaterThan(5);

        // When
        demo.destroyForcibly();

        // Then
        await().atMost(PATIENCE).until(() -> programs.stream().noneMatch(ProcessHandle::isAlive));
    }

    @Test
    void a_port_that_is_taken_is_told_with_the_way_out() throws Exception {
        // Given
        try (var _ = taken(8100)) {

            // When
            var up = dabba.start("up", "--twin");

            // Then
            assertThat(up.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
            assertThat(up.exitValue()).isEqualTo(UNAVAILABLE);
            assertThat(said()).contains("8100", "console", "--free-ports");
        }
    }

    private void interruptedAfter(String line) throws Exception {
        // Given
        var demo = dabba.start("demo", "--twin");
        await().atMost(PATIENCE).until(() -> said().contains(line));
        var programs = demo.descendants().toList();
        assertThat(programs).isNotEmpty();

        // When
        new ProcessBuilder("kill", "-INT", Long.toString(demo.pid())).start().waitFor();

        // Then
        assertThat(demo.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(demo.exitValue()).isEqualTo(INTERRUPTED);
        await().atMost(PATIENCE).until(() -> programs.stream().noneMatch(ProcessHandle::isAlive));
        assertThat(said()).doesNotContain("Exception", "The story ends here");
    }

    private String said() throws IOException {
        return Files.exists(dabba.output()) ? Files.readString(dabba.output()) : "";
    }

    /** Holds that port, unless somebody else does already, which is as good. */
    private static AutoCloseable taken(int port) {
        try {
            return new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
        } catch (IOException _) {
            return () -> {};
        }
    }
}
