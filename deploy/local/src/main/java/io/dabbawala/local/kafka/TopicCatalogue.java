package io.dabbawala.local.kafka;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.dabbawala.events.Topics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Period;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;

/** The topics of topics.yaml. */
public record TopicCatalogue(List<NewTopic> topics) {

    private static final int LARGE = 6 << 20;

    private static final int PATIENCE_MILLIS = 10_000;

    public static TopicCatalogue load() {
        try (var yaml = Topics.class.getResourceAsStream("/topics.yaml")) {
            var entries = new YAMLMapper().readTree(yaml);
            return new TopicCatalogue(
                    StreamSupport.stream(entries.spliterator(), false)
                            .map(TopicCatalogue::topic)
                            .toList());
        } catch (IOException e) {
            throw new UncheckedIOException("read topics.yaml", e);
        }
    }

    /** Creates the topics that are not there yet. */
    public void createOn(String bootstrapServers) {
        Map<String, Object> settings =
                Map.of(
                        "bootstrap.servers", bootstrapServers,
                        "default.api.timeout.ms", PATIENCE_MILLIS,
                        "request.timeout.ms", PATIENCE_MILLIS);
        try (var admin = Admin.create(settings)) {
            var existing = admin.listTopics().names().get();
            var missing =
                    topics.stream().filter(topic -> !existing.contains(topic.name())).toList();
            admin.createTopics(missing).all().get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(
                    "create topics on " + bootstrapServers + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while creating topics", e);
        }
    }

    private static NewTopic topic(JsonNode entry) {
        var settings = new HashMap<String, String>();
        var retention = entry.path("retention").asText();
        if (retention.equals("compacted")) {
            settings.put("cleanup.policy", "compact");
            if (entry.has("lag")) {
                settings.put("min.compaction.lag.ms", millis(entry.path("lag").asText()));
            }
        } else {
            settings.put("retention.ms", millis(retention));
        }
        if (entry.path("large").asBoolean()) {
            settings.put("max.message.bytes", Integer.toString(LARGE));
            settings.put("compression.type", "zstd");
        }
        return new NewTopic(
                        entry.path("name").asText(), entry.path("partitions").asInt(), (short) 1)
                .configs(settings);
    }

    private static String millis(String period) {
        var parsed = Period.parse(period);
        return Long.toString(
                Duration.ofDays(parsed.toTotalMonths() * 365 / 12 + parsed.getDays()).toMillis());
    }
}
