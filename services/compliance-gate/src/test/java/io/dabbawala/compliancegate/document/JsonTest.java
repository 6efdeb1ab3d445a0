package io.dabbawala.compliancegate.document;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class JsonTest {

    @Test
    void objects_are_read_as_deep_as_they_are_sent_and_no_deeper() {
        assertThat(Json.documents("[%s]".formatted(nested(500)))).isPresent();
        assertThat(Json.documents("[%s]".formatted(nested(501)))).isEmpty();
    }

    private static String nested(int depth) {
        return "{\"a\":".repeat(depth) + "1" + "}".repeat(depth);
    }
}
