package io.dabbawala.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.Yaml;

/** The catalogue, the schemas and the channels of the services say the same. */
class CatalogueTest {

    private static final Pattern CHANNEL =
            Pattern.compile("mp\\.messaging\\.(incoming|outgoing)\\.([^.]+)\\.connector");
    private static final Map<String, Map<String, Object>> CATALOGUE = catalogue();

    @Test
    void every_topic_of_the_catalogue_has_a_name_in_code_and_its_record() {
        var named =
                Topics.VALUES.entrySet().stream()
                        .collect(
                                Collectors.toMap(
                                        Map.Entry::getKey,
                                        entry -> (Object) entry.getValue().getName()));

        assertThat(CATALOGUE)
                .allSatisfy(
                        (name, topic) -> assertThat(topic.get("value")).isEqualTo(named.get(name)))
                .hasSameSizeAs(named);
    }

    @Test
    void every_topic_says_who_writes_it_and_how_long_it_is_kept() {
        assertThat(CATALOGUE.values())
                .allSatisfy(
                        topic -> {
                            assertThat(topic)
                                    .containsKeys(
                                            "key", "value", "writer", "partitions", "retention");
                            assertThat(topic.get("retention").toString())
                                    .matches("compacted|P\\d+[DY]");
                        });
    }

    static Stream<String> services() {
        return Stream.of(
                "git-watcher",
                "reconciler",
                "rollout-analyzer",
                "compliance-gate",
                "notifier",
                "console");
    }

    @ParameterizedTest
    @MethodSource("services")
    void a_service_reads_topics_that_exist_and_writes_only_its_own(String service)
            throws IOException {
        var settings = settings(service);

        assertThat(topics(settings, "incoming"))
                .allSatisfy(topic -> assertThat(CATALOGUE).containsKey(topic));
        assertThat(topics(settings, "outgoing"))
                .allSatisfy(
                        topic -> {
                            assertThat(CATALOGUE).containsKey(topic);
                            assertThat(CATALOGUE.get(topic)).containsEntry("writer", service);
                        });
    }

    @ParameterizedTest
    @MethodSource("services")
    void a_service_that_streams_waits_for_topics_that_exist(String service) throws IOException {
        var topics = settings(service).getProperty("quarkus.kafka-streams.topics", "");

        assertThat(
                        Stream.of(topics.split(","))
                                .map(String::strip)
                                .filter(topic -> !topic.isEmpty()))
                .allSatisfy(topic -> assertThat(CATALOGUE).containsKey(topic));
    }

    private static List<String> topics(Properties settings, String direction) {
        return settings.stringPropertyNames().stream()
                .map(CHANNEL::matcher)
                .filter(matcher -> matcher.matches() && matcher.group(1).equals(direction))
                .map(matcher -> matcher.group(2))
                .flatMap(channel -> topicsOf(settings, direction, channel))
                .toList();
    }

    private static Stream<String> topicsOf(Properties settings, String direction, String channel) {
        var prefix = "mp.messaging.%s.%s.".formatted(direction, channel);
        var named = settings.getProperty(prefix + "topic", channel);
        return Stream.of(settings.getProperty(prefix + "topics", named).split(","))
                .map(String::strip);
    }

    private static Properties settings(String service) throws IOException {
        var file = Path.of("../services", service, "src/main/resources/application.properties");
        var settings = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            settings.load(reader);
        }
        return settings;
    }

    private static Map<String, Map<String, Object>> catalogue() {
        try (var yaml = Files.newBufferedReader(Path.of("topics.yaml"))) {
            List<Map<String, Object>> topics = new Yaml().load(yaml);
            return topics.stream()
                    .collect(
                            Collectors.toMap(
                                    topic -> (String) topic.get("name"), Function.identity()));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
