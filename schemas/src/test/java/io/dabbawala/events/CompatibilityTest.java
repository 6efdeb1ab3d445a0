package io.dabbawala.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaValidatorBuilder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Released schemas are kept as {@code released/<topic>/<version>.avsc}. A release adds a file;
 * nothing there is ever changed.
 */
class CompatibilityTest {

    private static final Path RELEASED = Path.of("released");

    static Stream<String> topics() {
        return Topics.VALUES.keySet().stream().sorted();
    }

    @ParameterizedTest
    @MethodSource("topics")
    void every_released_version_can_still_be_read_and_can_read_us(String topic) throws IOException {
        var compatible = new SchemaValidatorBuilder().mutualReadStrategy().validateAll();
        var released = releasedVersionsOf(topic);

        assertThat(released).isNotEmpty();
        assertThatCode(() -> compatible.validate(Topics.VALUES.get(topic), released))
                .doesNotThrowAnyException();
    }

    private static List<Schema> releasedVersionsOf(String topic) throws IOException {
        try (var versions = Files.list(RELEASED.resolve(topic))) {
            return versions.sorted().map(CompatibilityTest::parse).toList();
        }
    }

    private static Schema parse(Path file) {
        try {
            return new Schema.Parser().parse(file.toFile());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException("read " + file, e);
        }
    }
}
