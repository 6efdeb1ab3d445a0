package io.dabbawala.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.dabbawala.local.process.Http;
import java.net.URI;
import java.net.http.HttpRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MessageSinkTest {

    private final MessageSink sink = MessageSink.start(0);

    @AfterEach
    void close() {
        sink.close();
    }

    @Test
    void keeps_what_a_person_would_read_in_slack() {
        // When
        var status = post("/slack", "{\"text\": \"rolled back\", \"blocks\": []}");

        // Then
        assertThat(status).isEqualTo(200);
        assertThat(sink.messages("slack"))
                .containsExactly(new MessageSink.Message("slack", "rolled back"));
        assertThat(sink.messages("sms")).isEmpty();
    }

    @Test
    void keeps_what_a_person_would_read_in_an_sms() {
        // When
        var status =
                post(
                        "/2010-04-01/Accounts/AC1/Messages.json",
                        "To=%2B91&Body=rolled+back%3A+20+%25&From=D");

        // Then
        assertThat(status).isEqualTo(201);
        assertThat(sink.messages("sms"))
                .containsExactly(new MessageSink.Message("sms", "rolled back: 20 %"));
    }

    private int post(String path, String body) {
        return Http.send(
                        HttpRequest.newBuilder(URI.create(sink.address() + path))
                                .POST(HttpRequest.BodyPublishers.ofString(body))
                                .build())
                .statusCode();
    }
}
