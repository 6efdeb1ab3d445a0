package io.dabbawala.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

class SpanTest {

    @ParameterizedTest
    @CsvSource({"90s, PT90S", "2m, PT2M", "1h30m, PT1H30M", "1h1s, PT1H1S", "0s, PT0S"})
    void reads_what_people_write(String written, Duration meant) {
        assertThat(new Span().convert(written)).isEqualTo(meant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "5", "soon", "-2m", "2m1h", "1.5h", "2 m"})
    void refuses_what_could_mean_anything(String written) {
        assertThatExceptionOfType(TypeConversionException.class)
                .isThrownBy(() -> new Span().convert(written))
                .withMessageContaining("90s");
    }
}
