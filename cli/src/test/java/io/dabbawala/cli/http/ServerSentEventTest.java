package io.dabbawala.cli.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ServerSentEventTest {

    private static ServerSentEvent read(String... lines) {
        var event = new ServerSentEvent();
        List.of(lines).forEach(line -> assertThat(event.isCompleteAfter(line)).isFalse());
        assertThat(event.isCompleteAfter("")).isTrue();
        return event;
    }

    @Test
    void data_id_and_retry_are_read() {
        var event = read("id: 7", "retry: 250", "data: {}", "event: message");
        assertThat(event.id()).contains(7L);
        assertThat(event.retry()).contains(Duration.ofMillis(250));
        assertThat(event.data()).isEqualTo("{}");
    }

    @Test
    void data_of_several_lines_is_one_text_and_the_space_is_optional() {
        assertThat(read("data:one", "data:  two").data()).isEqualTo("one\n two");
    }

    @Test
    void comments_and_unknown_fields_say_nothing() {
        var event = read(": still here", "colour: red", "lonely");
        assertThat(event.data()).isEmpty();
        assertThat(event.id()).isEmpty();
    }

    @Test
    void an_id_that_is_no_cursor_is_no_id() {
        assertThat(read("id: seven").id()).isEmpty();
        assertThat(read("id:").id()).isEmpty();
    }
}
