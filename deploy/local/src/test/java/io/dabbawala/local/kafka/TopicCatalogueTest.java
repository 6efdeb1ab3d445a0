package io.dabbawala.local.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dabbawala.events.Topics;
import io.dabbawala.testkit.LocalBroker;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TopicCatalogueTest {

    private static final String SIX_MEBIBYTES = "6291456";

    @Test
    void knows_every_topic_of_the_contract() {
        assertThat(TopicCatalogue.load().topics())
                .extracting(NewTopic::name)
                .containsExactlyInAnyOrderElementsOf(Topics.VALUES.keySet());
    }

    @Test
    void a_stream_of_events_is_kept_for_its_time() {
        assertThat(settings("pushes"))
                .isEqualTo(Map.of("retention.ms", millis(Duration.ofDays(7))));
        assertThat(settings("commits"))
                .isEqualTo(Map.of("retention.ms", millis(Duration.ofDays(5 * 365))));
    }

    @Test
    void of_a_compacted_topic_the_last_record_of_each_key_stays() {
        assertThat(settings("budgets")).isEqualTo(Map.of("cleanup.policy", "compact"));
        assertThat(settings("desired-states"))
                .containsEntry("cleanup.policy", "compact")
                .containsEntry("min.compaction.lag.ms", millis(Duration.ofDays(7)));
    }

    @Test
    void manifests_travel_in_large_records() {
        assertThat(settings("desired-states"))
                .containsEntry("max.message.bytes", SIX_MEBIBYTES)
                .containsEntry("compression.type", "zstd");
        assertThat(settings("gate-verdicts")).doesNotContainKey("max.message.bytes");
    }

    @Test
    void a_broker_has_the_topics_afterwards_and_twice_changes_nothing(@TempDir Path directory)
            throws Exception {
        try (var broker = LocalBroker.start(directory);
                var admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            // When
            TopicCatalogue.load().createOn(broker.bootstrapServers());
            TopicCatalogue.load().createOn(broker.bootstrapServers());

            // Then
            assertThat(admin.listTopics().names().get())
                    .containsExactlyInAnyOrderElementsOf(Topics.VALUES.keySet());
            var topic = new ConfigResource(ConfigResource.Type.TOPIC, Topics.DESIRED_STATES);
            var settings = admin.describeConfigs(List.of(topic)).all().get().get(topic);
            assertThat(settings.get("cleanup.policy").value()).isEqualTo("compact");
            assertThat(settings.get("max.message.bytes").value()).isEqualTo(SIX_MEBIBYTES);
            var described = admin.describeTopics(List.of(Topics.CHECKPOINTS, Topics.COMMITS));
            assertThat(described.allTopicNames().get())
                    .hasEntrySatisfying(
                            Topics.CHECKPOINTS, it -> assertThat(it.partitions()).hasSize(1))
                    .hasEntrySatisfying(
                            Topics.COMMITS, it -> assertThat(it.partitions()).hasSize(6));
        }
    }

    @Test
    void a_broker_that_is_not_there_is_told_by_its_address() {
        // Given
        var nowhere = "127.0.0.1:" + LocalBroker.freePort();

        // Then
        assertThatThrownBy(() -> TopicCatalogue.load().createOn(nowhere))
                .hasMessageContaining(nowhere);
    }

    private static Map<String, String> settings(String name) {
        return TopicCatalogue.load().topics().stream()
                .filter(topic -> topic.name().equals(name))
                .findFirst()
                .orElseThrow()
                .configs();
    }

    private static String millis(Duration duration) {
        return Long.toString(duration.toMillis());
    }
}
