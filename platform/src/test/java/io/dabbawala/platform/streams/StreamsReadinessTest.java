package io.dabbawala.platform.streams;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Properties;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsBuilder;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.Test;

class StreamsReadinessTest {

    @Test
    void a_stream_that_does_not_run_is_not_ready_and_says_what_it_does() {
        // Given
        var settings = new Properties();
        settings.putAll(
                Map.of(
                        "application.id", "test",
                        "bootstrap.servers", "127.0.0.1:1",
                        "state.dir", "target/streams"));
        var builder = new StreamsBuilder();
        builder.stream("pushes");

        try (var streams = new KafkaStreams(builder.build(), settings)) {
            // When
            var answer = new StreamsReadiness("Plans are judged", streams).call();

            // Then
            assertThat(answer.getName()).isEqualTo("Plans are judged");
            assertThat(answer.getStatus()).isEqualTo(Status.DOWN);
            assertThat(answer.getData()).contains(Map.of("state", "CREATED"));
        }
    }
}
