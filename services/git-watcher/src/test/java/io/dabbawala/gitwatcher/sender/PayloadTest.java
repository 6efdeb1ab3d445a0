package io.dabbawala.gitwatcher.sender;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PayloadTest {

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "payload=%7B%7D", "{", "{} x", "{\"a\":01}"})
    void what_is_no_json_is_told_with_its_reason(String body) {
        assertThatThrownBy(() -> Payload.read(body.getBytes(UTF_8)))
                .isInstanceOf(IOException.class);
    }

    @Test
    void depth_and_numbers_have_an_end() {
        var deep = "[".repeat(10_000) + "]".repeat(10_000);
        var huge = "[" + "1".repeat(100_000) + "]";

        assertThatThrownBy(() -> Payload.read(deep.getBytes(UTF_8)))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> Payload.read(huge.getBytes(UTF_8)))
                .isInstanceOf(IOException.class);
    }

    @Test
    void zeros_are_no_commit_and_a_zero_among_others_is() throws IOException {
        var body =
                Payload.read(
                        "{\"none\":\"%s\",\"some\":\"%sa\"}"
                                .formatted("0".repeat(40), "0".repeat(39))
                                .getBytes(UTF_8));

        assertThat(body.commit("/none")).isEmpty();
        assertThat(body.commit("/absent")).isEmpty();
        assertThat(body.commit("/some")).endsWith("0a");
    }
}
