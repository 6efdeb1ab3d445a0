package io.dabbawala.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class ProgramLogTest {

    @Test
    void tells_of_a_problem_and_makes_no_message_that_nobody_reads() throws Exception {
        // When
        var told = run(Program.class);

        // Then
        assertThat(told)
                .contains("WARN", "the disk is full")
                .contains("tracing false")
                .doesNotContain("all is well");
    }

    private static String run(Class<?> program) throws IOException, InterruptedException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var process =
                new ProcessBuilder(
                                java,
                                "-cp",
                                System.getProperty("java.class.path"),
                                program.getName())
                        .redirectErrorStream(true)
                        .start();
        try (var output = process.inputReader()) {
            var told = output.readAllAsString();
            assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
            return told;
        }
    }

    /** A process of its own: the log of this one belongs to the test run. */
    static final class Program {

        static void main() {
            ProgramLog.begin();
            var log = LoggerFactory.getLogger("kafka.server");
            log.info("all is well");
            log.warn("the disk is full");
            System.out.println("tracing " + log.isTraceEnabled());
        }

        private Program() {}
    }
}
