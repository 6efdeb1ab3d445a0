package io.dabbawala.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LayoutTest {

    @TempDir private Path directory;

    @Test
    void two_fresh_folders_are_not_the_same() {
        // Given
        var layout = new Layout(directory, directory.resolve("state"));

        // Then
        assertThat(layout.fresh("demo").state())
                .isDirectory()
                .hasParent(layout.state())
                .isNotEqualTo(layout.fresh("demo").state());
    }

    @Test
    void removing_the_data_leaves_the_logs() throws IOException {
        // Given
        var layout = new Layout(directory, directory.resolve("state"));
        Files.createDirectories(layout.state().resolve("broker/log"));
        Files.writeString(layout.state().resolve("broker/log/segment"), "data");
        Files.createDirectories(layout.logs());
        Files.writeString(layout.logs().resolve("broker.log"), "said");

        // When
        layout.removeData();

        // Then
        assertThat(layout.state()).isDirectoryNotContaining("glob:**/broker");
        assertThat(layout.logs().resolve("broker.log")).hasContent("said");
    }
}
