package io.dabbawala.notifier.kafka;

import static io.dabbawala.notifier.kafka.Records.BAD;
import static io.dabbawala.notifier.kafka.Records.DELIVERY;
import static io.dabbawala.notifier.kafka.Records.GOOD;
import static io.dabbawala.notifier.kafka.Records.NOON;
import static io.dabbawala.notifier.kafka.Records.SHOP;
import static io.dabbawala.notifier.kafka.Records.object;
import static io.dabbawala.notifier.kafka.Records.result;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.dabbawala.events.GateDecision;
import io.dabbawala.events.Health;
import io.dabbawala.events.ObjectOutcome;
import io.dabbawala.events.RolloutPhase;
import io.dabbawala.events.RolloutVerdict;
import io.dabbawala.events.SyncCause;
import io.dabbawala.events.SyncOutcome;
import io.dabbawala.events.Topics;
import io.dabbawala.notifier.kafka.TopicReader.Told;
import io.dabbawala.notifier.message.Happening;
import io.dabbawala.notifier.message.Measured;
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

    record Case(SpecificRecord event, Happening news) {}

    /** Made first: it trusts the contract's classes. */
    private static final EventCodec CODEC = InMemoryRegistry.codec();

    private final InMemoryDeadLetters deadLetters = new InMemoryDeadLetters();
    private final Inbox inbox = new Inbox(CODEC, deadLetters);

    static List<Case> news() {
        return List.of(
                new Case(
                        Records.rollback(),
                        new Happening.RolledBack(
                                SHOP,
                                BAD,
                                GOOD,
                                "FAILED_CHECKS: 5 of 5",
                                List.of(
                                        new Measured(
                                                "request-success-rate",
                                                81.25,
                                                99.0,
                                                null,
                                                4200,
                                                "")))));
    }

    static List<Case> newsOfGateAndGit() {
        return List.of(
                new Case(
                        Records.judged(RolloutVerdict.PROMOTE, RolloutPhase.SUCCEEDED),
                        new Happening.Promoted(SHOP, "shop/web", "sha256:template")),
                new Case(
                        Records.verdict(GateDecision.DENIED),
                        new Happening.Denied(
                                SHOP,
                                BAD,
                                "POLICY: broken",
                                List.of(
                                        "policy data-locality, Deployment shop/web spec.region:"
                                                + " region must start with india-"))),
                new Case(
                        Records.verdict(GateDecision.HELD),
                        new Happening.Held(SHOP, BAD, "SYNC_WINDOW: closed")),
                new Case(
                        Records.drift(SyncCause.LIVE_CHANGE),
                        new Happening.Drifted(
                                SHOP,
                                GOOD,
                                List.of("Deployment shop/web /spec/replicas by kubectl-edit"))),
                new Case(
                        Records.desired().setProblem(Records.problem("a.yaml", 3)).build(),
                        new Happening.Unreadable(SHOP, BAD, "a.yaml:3:2", "a tab")),
                new Case(
                        Records.desired().setProblem(Records.problem("a.yaml", 0)).build(),
                        new Happening.Unreadable(SHOP, BAD, "a.yaml", "a tab")));
    }

    static List<Case> newsOfSyncs() {
        return List.of(
                new Case(
                        result(SyncOutcome.SUCCEEDED, SyncCause.COMMIT, Health.HEALTHY),
                        new Happening.Delivered(SHOP, GOOD, 3, false)),
                new Case(
                        result(SyncOutcome.SUCCEEDED, SyncCause.ROLLBACK, Health.HEALTHY),
                        new Happening.Delivered(SHOP, GOOD, 3, true)),
                new Case(
                        result(SyncOutcome.SUCCEEDED, SyncCause.COMMIT, Health.DEGRADED),
                        new Happening.Degraded(SHOP, GOOD, "web: crashes")),
                new Case(
                        result(
                                SyncOutcome.SUCCEEDED,
                                SyncCause.LIVE_CHANGE,
                                Health.PROGRESSING,
                                object(ObjectOutcome.CONFIGURED, "")),
                        new Happening.Healed(SHOP, GOOD)),
                new Case(
                        result(
                                SyncOutcome.FAILED,
                                SyncCause.COMMIT,
                                Health.HEALTHY,
                                object(ObjectOutcome.UNCHANGED, ""),
                                object(ObjectOutcome.CONFLICTED, "owned by hpa")),
                        new Happening.SyncFailed(
                                SHOP,
                                GOOD,
                                "FIELD_CONFLICT: spec.replicas",
                                List.of("Deployment shop/web: owned by hpa"))));
    }

    static List<SpecificRecord> noNews() {
        return List.of(
                Records.judged(RolloutVerdict.PROMOTE, RolloutPhase.PROGRESSING),
                Records.judged(RolloutVerdict.HOLD, RolloutPhase.PROGRESSING),
                Records.judged(RolloutVerdict.ROLL_BACK, RolloutPhase.FAILED),
                Records.verdict(GateDecision.ADMITTED),
                Records.verdict(GateDecision.UNKNOWN),
                Records.drift(SyncCause.COMMIT),
                Records.desired().build(),
                result(SyncOutcome.SUCCEEDED, SyncCause.COMMIT, Health.PROGRESSING),
                result(SyncOutcome.SUCCEEDED, SyncCause.LIVE_CHANGE, Health.HEALTHY),
                result(SyncOutcome.OUT_OF_DATE, SyncCause.COMMIT, Health.HEALTHY));
    }

    @ParameterizedTest
    @MethodSource({"news", "newsOfGateAndGit", "newsOfSyncs"})
    void is_news(Case one) {
        var told = read(one.event()).orElseThrow();

        assertThat(told.news().happening()).isEqualTo(one.news());
        assertThat(told.news().delivery()).isEqualTo(DELIVERY);
        assertThat(told.news().type()).isEqualTo(one.event().getClass().getSimpleName());
        assertThat(told.news().event()).isEqualTo(told.envelope().id());
        assertThat(told.news().time()).isEqualTo(NOON);
    }

    @ParameterizedTest
    @MethodSource("noNews")
    void is_no_news(SpecificRecord event) {
        assertThat(read(event)).isEmpty();
        assertThat(deadLetters.letters()).isEmpty();
    }

    @Test
    void a_tombstone_is_no_news() {
        assertThat(read(Topics.DESIRED_STATES, null)).isEmpty();
    }

    @Test
    void what_nobody_can_read_is_kept_and_the_next_is_read() {
        assertThat(read(Topics.ROLLBACKS, "no event".getBytes(UTF_8))).isEmpty();

        assertThat(deadLetters.letters()).hasSize(1);
        assertThat(read(Records.rollback())).isPresent();
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
                .containsExactlyInAnyOrderElementsOf(EventConsumer.TOPICS)
                .allSatisfy(topic -> assertThat(TopicReader.of(topic)).isNotNull());
    }

    private Optional<Told> read(SpecificRecord event) {
        var topic =
                Topics.VALUES.entrySet().stream()
                        .filter(entry -> entry.getValue().equals(event.getSchema()))
                        .map(Map.Entry::getKey)
                        .findFirst()
                        .orElseThrow();
        return read(topic, CODEC.encode(topic, event));
    }

    private Optional<Told> read(String topic, byte @Nullable [] value) {
        var message = new ConsumerRecord<>(topic, 0, 7, SHOP, value);
        Envelope.root("test", "Event", SHOP, NOON, "seed").writeTo(message.headers());
        return TopicReader.of(topic).read(inbox, message);
    }
}
