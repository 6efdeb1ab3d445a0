package io.dabbawala.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceRulesTest {

    @Test
    void names_the_long_file_and_the_long_method(@TempDir Path sources) throws IOException {
        // Given
        var body = "        int x = 1;\n".repeat(41);
        Files.writeString(
                sources.resolve("Long.java"),
                "class Long {\n    void grow() {\n" + body + "    }\n}\n");

        // When
        var findings = SourceRules.findingsIn(sources, 40);

        // Then
        assertThat(findings)
                .hasSize(2)
                .anyMatch(finding -> finding.contains("Long.java has 45 lines, at most 40"))
                .anyMatch(finding -> finding.contains("method grow has 43 lines, at most 40"));
    }

    @Test
    void says_nothing_of_a_short_one(@TempDir Path sources) throws IOException {
        Files.writeString(sources.resolve("Short.java"), "class Short {\n    void stay() {}\n}\n");

        assertThat(SourceRules.findingsIn(sources, 40)).isEmpty();
    }

    @Test
    void holds_for_the_testkit_itself() {
        SourceRules.check();
    }
}
