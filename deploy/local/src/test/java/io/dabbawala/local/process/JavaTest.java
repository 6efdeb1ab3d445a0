package io.dabbawala.local.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.dabbawala.local.process.Java.Cache;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JavaTest {

    @TempDir private Path directory;
    private Path file;

    @BeforeEach
    void name() {
        file = directory.resolve("it.aot");
    }

    @Test
    void starts_from_a_cache_when_there_is_one() throws IOException {
        // Given
        var cache = new Cache(file, false);

        // Then
        assertThat(line(cache)).noneMatch(word -> word.contains("AOT"));
        assertThat(cache.isOfUse()).isFalse();

        // When
        Files.createFile(file);

        // Then
        assertThat(line(cache)).contains("-XX:AOTCache=" + file).endsWith("-cp", "a.jar", "Main");
        assertThat(cache.isOfUse()).isTrue();
    }

    @Test
    void what_learns_starts_as_if_there_were_none() throws IOException {
        // Given
        assertThat(new Cache(file, true).isOfUse()).isTrue();

        // When
        Files.createFile(file);

        // Then
        assertThat(line(new Cache(file, true)))
                .contains("-XX:AOTCacheOutput=" + file)
                .noneMatch(word -> word.startsWith("-XX:AOTCache="));
    }

    @Test
    void the_jvm_understands_every_option() throws Exception {
        // Given
        Files.createFile(file);

        // When
        var line = Java.main(64, new Cache(file, false), "a.jar", List.of("-version"));
        var jvm = new ProcessBuilder(line).redirectErrorStream(true).start();
        var said = new String(jvm.getInputStream().readAllBytes());

        // Then
        assertThat(jvm.waitFor()).as(said).isZero();
    }

    private static List<String> line(Cache cache) {
        return Java.main(64, cache, "a.jar", List.of("Main"));
    }
}
