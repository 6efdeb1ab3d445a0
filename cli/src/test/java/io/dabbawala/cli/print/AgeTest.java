package io.dabbawala.cli.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgeTest {

    @ParameterizedTest
    @CsvSource({
        "PT0S, 0s",
        "PT-3S, 0s",
        "PT119S, 119s",
        "PT2M, 2m",
        "PT2M5S, 2m5s",
        "PT9M59S, 9m59s",
        "PT10M59S, 10m",
        "PT1H59M59S, 119m",
        "PT2H, 2h",
        "PT9H59M, 9h59m",
        "PT47H, 47h",
        "PT48H, 2d",
        "P400D, 400d"
    })
    void says_no_more_than_matters(Duration span, String said) {
        assertThat(Age.of(span)).isEqualTo(said);
    }
}
