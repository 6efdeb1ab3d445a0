package io.dabbawala.local.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dabbawala.local.step.StepFailed;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgramTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Guard guard = Guard.start();
    private Path logs;
    private Programs programs;

    @BeforeEach
    void open(@TempDir Path directory) {
        logs = directory.resolve("logs");
        programs = new Programs(logs, guard, Program.GRACE);
    }

    @AfterEach
    void close() {
        programs.close();
        guard.close();
    }

    @Test
    void is_ready_when_it_answers_and_leaves_a_log() throws Exception {
        // Given
        var program = start("echo hello; touch ready; sleep 1000");

        // When
        var took = program.awaitReady(() -> Files.exists(logs.resolve("../ready")), PATIENCE);

        // Then
        assertThat(took).isPositive();
        assertThat(logs.resolve("it.log")).hasContent("hello");
    }

    @Test
    void one_that_ends_too_early_is_told_with_its_last_words() {
        // Given
        var program = start("for n in $(seq 50); do echo line $n; done; exit 3");

        // Then
        assertThatThrownBy(() -> program.awaitReady(() -> false, PATIENCE))
                .isInstanceOf(StepFailed.class)
                .hasMessageContainingAll(
                        "Expected it to answer within 20 s.",
                        "Seen: it ended with exit code 3",
                        "it.log",
                        "line 50")
                .hasMessageNotContaining("line 38\n");
    }

    @Test
    void one_that_cannot_be_started_is_told() {
        // Given
        var nowhere = new Program.Command("it", List.of("true"), logs.resolve("nowhere"), Map.of());

        // Then
        assertThatThrownBy(() -> programs.start(nowhere))
                .isInstanceOf(StepFailed.class)
                .hasMessageContainingAll("Expected it to start.", "Seen: ");
    }

    @Test
    void one_that_does_not_answer_in_time_is_told_with_its_log() {
        // Given
        var program = start("echo still thinking; sleep 1000");

        // Then
        assertThatThrownBy(() -> program.awaitReady(() -> false, Duration.ofMillis(300)))
                .isInstanceOf(StepFailed.class)
                .hasMessageContainingAll("did not answer", "it.log");
    }

    @Test
    void a_program_that_does_something_is_waited_for() {
        start("exit 0").awaitEnd(PATIENCE);
        assertThatThrownBy(() -> start("echo no; exit 4").awaitEnd(PATIENCE))
                .hasMessageContainingAll("exit code 4", "no");
        assertThatThrownBy(() -> start("sleep 1000").awaitEnd(Duration.ofMillis(100)))
                .hasMessageContaining("still runs");
    }

    @Test
    void stopping_lets_it_say_goodbye_and_twice_is_fine() {
        // Given
        var program =
                start(
                        "trap 'echo goodbye; exit 0' TERM; touch ready; while true; do sleep 0.1; done");
        program.awaitReady(() -> Files.exists(logs.resolve("../ready")), PATIENCE);

        // When
        program.stop(Program.GRACE);
        program.stop(Program.GRACE);

        // Then
        assertThat(program.isRunning()).isFalse();
        assertThat(logs.resolve("it.log")).hasContent("goodbye");
    }

    @Test
    void killing_does_not() {
        // Given
        var program =
                start("trap 'echo goodbye' TERM; touch ready; while true; do sleep 0.1; done");
        program.awaitReady(() -> Files.exists(logs.resolve("../ready")), PATIENCE);

        // When
        program.kill();

        // Then
        assertThat(program.isRunning()).isFalse();
        assertThat(logs.resolve("it.log")).isEmptyFile();
    }

    @Test
    void an_interrupt_of_the_terminal_does_not_reach_it() throws Exception {
        // Given
        var program = start("touch ready; sleep 1000");
        program.awaitReady(() -> Files.exists(logs.resolve("../ready")), PATIENCE);

        // When
        new ProcessBuilder("kill", "-INT", Long.toString(program.pid())).start().waitFor();

        // Then
        assertThatThrownBy(() -> program.awaitEnd(Duration.ofMillis(300)))
                .hasMessageContaining("still runs");
    }

    @Test
    void after_all_were_stopped_none_is_started() {
        // Given
        var program = start("sleep 1000");

        // When
        programs.close();

        // Then
        assertThat(program.isRunning()).isFalse();
        assertThatThrownBy(() -> start("sleep 1000")).isInstanceOf(StepFailed.class);
    }

    private Program start(String script) {
        return programs.start(
                new Program.Command("it", List.of("sh", "-c", script), logs.getParent(), Map.of()));
    }
}
