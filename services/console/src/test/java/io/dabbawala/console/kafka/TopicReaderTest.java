package io.dabbawala.console.kafka;

import static io.dabbawala.console.Told.GOOD;
import static io.dabbawala.console.Told.NOON;
import static io.dabbawala.console.Told.SHOP;
import static io.dabbawala.console.Told.delivery;
import static io.dabbawala.console.Told.digest;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.dabbawala.console.event.Desired;
import io.dabbawala.console.event.Event;
import io.dabbawala.console.event.Order;
import io.dabbawala.console.event.Removal;
import io.dabbawala.events.SourceProblem;
import io.dabbawala.events.Topics;
import io.dabbawala.platform.Envelope;
import io.dabbawala.platform.EventCodec;
import io.dabbawala.platform.Inbox;
import io.dabbawala.testkit.InMemoryDeadLetters;
import io.dabbawala.testkit.InMemoryRegistry;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TopicReaderTest {

    private final EventCodec codec = InMemoryRegistry.codec();
    private final InMemoryDeadLetters deadLetters = new InMemoryDeadLetters();
    private final Inbox inbox = new Inbox(codec, deadLetters);

    static List<Map.Entry<SpecificRecord, String>> sentences() {
        return List.of(
                Map.entry(Records.push(), "look at repository shop: webhook from github"),
                Map.entry(
                        Records.commit(),
                        "commit on shop main: new -> 9c81d2e by Asha \"Replicas\""),
                Map.entry(
                        Records.declared(),
                        "declared Application argocd/shop in shop.yaml at 9c81d2e"),
                Map.entry(Records.desired().build(), "desired state 3 is revision 9c81d2e"),
                Map.entry(Records.drift(), "drift found: prune Deployment shop/web"),
                Map.entry(Records.request(), "reconciler asks to sync 9c81d2e with 0 changes"),
                Map.entry(
                        Records.verdict(),
                        "denied by policy pinned: Deployment shop/web /spec no tag"),
                Map.entry(Records.result(), "synced 9c81d2e in 2 s: 1 created; health Healthy"),
                Map.entry(
                        Records.progress(),
                        "rollout shop/web Progressing: canary of 9c81d2e has 20 % of the traffic"),
                Map.entry(
                        Records.judged(),
                        "canary held at 20 %: request-success-rate 81.2 % < 99 % (1 failed check of 2)"),
                Map.entry(
                        Records.rollback(),
                        "rolled back bad -> 9c81d2e: request-success-rate 81.2 % < 99 %"),
                Map.entry(
                        Records.budget(),
                        "error budget of checkout: 50 % left of objective 99.9 %"),
                Map.entry(
                        PeopleMessages.write(Records.command(), NOON),
                        "asha: approve argocd/shop: seen"),
                Map.entry(Records.notice(), "slack told #ops about GateVerdict"),
                Map.entry(
                        Records.deadLetter(),
                        "dead letter: notifier could not read drifts-1@7 of a/b: x"));
    }

    @ParameterizedTest
    @MethodSource("sentences")
    void every_topic_is_read_as_a_sentence(Map.Entry<SpecificRecord, String> told) {
        assertThat(read(told.getKey()).orElseThrow().summary()).isEqualTo(told.getValue());
        assertThat(deadLetters.letters()).isEmpty();
    }

    @Test
    void there_is_a_reader_for_every_topic_but_samples_and_checkpoints() {
        var topics = sentences().stream().map(told -> topicOf(told.getKey())).toList();

        assertThat(topics)
                .containsExactlyInAnyOrderElementsOf(
                        Topics.VALUES.keySet().stream()
                                .filter(topic -> !topic.equals(Topics.METRIC_SAMPLES))
                                .filter(topic -> !topic.equals(Topics.CHECKPOINTS))
                                .toList());
    }

    @Test
    void the_channel_is_connected_to_every_topic_there_is_a_reader_for() throws IOException {
        // Given
        var properties = new Properties();
        try (var file = TopicReader.class.getResourceAsStream("/application.properties")) {
            properties.load(file);
        }

        // Then
        assertThat(properties.getProperty("mp.messaging.incoming.events.topics").split(","))
                .containsExactlyInAnyOrderElementsOf(
                        sentences().stream().map(told -> topicOf(told.getKey())).toList());
    }

    @Test
    void the_envelope_becomes_the_header() {
        // When
        var header = read(Records.desired().build()).orElseThrow().header();

        // Then
        assertThat(header.type()).isEqualTo("DesiredState");
        assertThat(header.topic()).isEqualTo("desired-states");
        assertThat(header.source()).isEqualTo("test");
        assertThat(header.subject()).isEqualTo(SHOP);
        assertThat(header.time()).isEqualTo(NOON);
        assertThat(header.delivery()).isEqualTo(delivery(3));
    }

    @Test
    void a_problem_keeps_where_it_is() {
        // Given
        var problem = new SourceProblem("abcdef0123", "web.yaml", 3, 5, "RENDER_FAILED: tab");

        // When
        var event = read(Records.desired().setProblem(problem).build()).orElseThrow();

        // Then
        assertThat(event)
                .isInstanceOfSatisfying(
                        Desired.class,
                        seen ->
                                assertThat(seen.summary())
                                        .isEqualTo(
                                                "abcdef0 cannot be rendered: web.yaml:3:5 tab;"
                                                        + " stays at 9c81d2e"));
    }

    @Test
    void a_command_is_read_as_it_was_written() {
        assertThat(read(PeopleMessages.write(Records.command(), NOON)))
                .containsInstanceOf(Order.class)
                .get()
                .extracting(event -> ((Order) event).digest(), event -> event.header().delivery())
                .containsExactly(digest(GOOD), delivery(3));
    }

    @Test
    void bytes_nobody_can_read_become_a_dead_letter_and_no_event() {
        // When
        var event = read(Topics.DRIFTS, SHOP, "not avro".getBytes(UTF_8));

        // Then
        assertThat(event).isEmpty();
        assertThat(deadLetters.letters()).hasSize(1);
    }

    @Test
    void an_event_of_another_topic_is_a_dead_letter() {
        assertThat(read(Topics.DRIFTS, SHOP, codec.encode(Topics.COMMITS, Records.commit())))
                .isEmpty();
        assertThat(deadLetters.letters()).hasSize(1);
    }

    @Test
    void a_tombstone_removes_the_application_it_names_and_nothing_else() {
        assertThat(application(read(Topics.DESIRED_STATES, SHOP, null))).isEqualTo(SHOP);
        assertThat(application(read(Topics.DECLARATIONS, "Application/argocd/shop", null)))
                .isEqualTo(SHOP);
        assertThat(application(read(Topics.DECLARATIONS, "Canary/shop/web", null))).isEmpty();
        assertThat(application(read(Topics.BUDGETS, "checkout", null))).isEmpty();
    }

    private static String application(Optional<Event> event) {
        assertThat(event).containsInstanceOf(Removal.class);
        return event.orElseThrow().application();
    }

    private Optional<Event> read(SpecificRecord value) {
        var topic = topicOf(value);
        return read(topic, SHOP, codec.encode(topic, value));
    }

    private Optional<Event> read(String topic, String key, byte @Nullable [] value) {
        var message = new ConsumerRecord<String, byte[]>(topic, 0, 7, key, value);
        var name = topic.equals(Topics.DESIRED_STATES) ? "DesiredState" : "Any";
        Envelope.root("test", name, SHOP, NOON, topic).writeTo(message.headers());
        return TopicReader.of(topic).read(inbox, message);
    }

    private static String topicOf(SpecificRecord value) {
        return Topics.VALUES.entrySet().stream()
                .filter(of -> of.getValue().equals(value.getSchema()))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }
}
