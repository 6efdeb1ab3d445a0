package io.dabbawala.gitwatcher.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.dabbawala.gitwatcher.render.GoScalar.IllegalScalar;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GoScalarTest {

    @ParameterizedTest
    @CsvSource({
        "no,false",
        "off,false",
        "N,false",
        "False,false",
        "yes,true",
        "on,true",
        "Y,true",
        "~,null",
        "Null,null",
        "010,8",
        "0o10,8",
        "0x1F,31",
        "0b101,5",
        "1_000,1000",
        "-7,-7",
        "+7,7",
        "1e3,1000",
        "1.50,1.5",
        ".5,0.5",
        "18446744073709551615,18446744073709551615",
        "-9223372036854775808,-9223372036854775808"
    })
    void means_what_it_means_to_kubectl(String text, String json) throws IllegalScalar {
        assertThat(resolve(text)).hasToString(json);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-24",
                "12:30",
                "1.2.3",
                "nO",
                "tRUE",
                "india-west-1",
                "0x",
                "08x",
                "1e",
                "-"
            })
    void stays_text_when_it_only_looks_like_something(String text) throws IllegalScalar {
        assertThat(resolve(text).isTextual()).isTrue();
        assertThat(resolve(text).asText()).isEqualTo(text);
    }

    @Test
    void a_number_with_an_eight_and_a_leading_zero_is_decimal_as_in_go() throws IllegalScalar {
        assertThat(resolve("089")).hasToString("89");
    }

    @ParameterizedTest
    @ValueSource(strings = {".inf", "-.INF", ".nan", ".NaN"})
    void refuses_what_json_cannot_hold(String text) {
        assertThatThrownBy(() -> resolve(text)).hasMessageContaining("not a number JSON");
    }

    @Test
    void refuses_a_number_of_a_hundred_thousand_digits_and_says_how_to_mend_it() {
        assertThatThrownBy(() -> resolve("9".repeat(100_000)))
                .hasMessageContaining("a number of 100000 characters, at most 40")
                .hasMessageContaining("quote it");
    }

    private static JsonNode resolve(String text) throws IllegalScalar {
        return GoScalar.resolve(text, Limits.USUAL.document());
    }
}
