package io.dabbawala.reconciler.kafka.rollout;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dabbawala.events.Declared;
import io.dabbawala.events.RollbackIssued;
import io.dabbawala.events.RolloutJudged;
import io.dabbawala.events.RolloutPhase;
import io.dabbawala.events.RolloutProgressed;
import io.dabbawala.events.RolloutVerdict;
import io.dabbawala.events.Topics;
import io.dabbawala.platform.Envelope;
import io.dabbawala.platform.EventCodec;
import io.dabbawala.platform.EventId;
import io.dabbawala.platform.Inbox;
import io.dabbawala.platform.Outbox;
import io.dabbawala.reconciler.application.DesiredState;
import io.dabbawala.reconciler.application.Destination;
import io.dabbawala.reconciler.application.SyncCause;
import io.dabbawala.reconciler.application.SyncPolicy;
import io.dabbawala.reconciler.object.Json;
import io.dabbawala.reconciler.object.LiveChange;
import io.dabbawala.reconciler.object.Manifest;
import io.dabbawala.reconciler.object.ObjectRef;
import io.dabbawala.reconciler.rollout.InMemoryCluster;
import io.dabbawala.reconciler.rollout.Rollouts;
import io.dabbawala.testkit.InMemoryDeadLetters;
import io.dabbawala.testkit.InMemoryRegistry;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RolloutLooksTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final String ROLLOUT = "shop/checkout";
    private static final String KEY = "Canary/shop/checkout";
    private static final ObjectRef TARGET =
            ObjectRef.of("apps/v1", "Deployment", "shop", "checkout");
    private static final ObjectRef PRIMARY =
            ObjectRef.of("apps/v1", "Deployment", "shop", "checkout-primary");
    private static final String CANARY =
            """
            {"spec": {"provider": "gatewayapi:v1",
               "targetRef": {"apiVersion": "apps/v1", "kind": "Deployment", "name": "checkout"},
               "service": {"port": 80, "gatewayRefs": [{"name": "public"}]}}}
            """;

    private final EventCodec codec = InMemoryRegistry.codec();
    private final InMemoryDeadLetters deadLetters = new InMemoryDeadLetters();
    private final Inbox inbox = new Inbox(codec, deadLetters);
    private final InMemoryCluster cluster = new InMemoryCluster();
    private final List<Message<byte[]>> told = new ArrayList<>();
    private RolloutLooks looks = started();
    private CanaryReader canaries = new CanaryReader(inbox, looks);
    private final String first = EventId.derived(NOON, "first");
    private final String second = EventId.derived(NOON, "second");

    @BeforeEach
    void initialise() {
        declare(CANARY);
        looks.complete();
        sync(first, "1.0");
        settle();
    }

    @Test
    void tells_every_change_of_facts_and_nothing_twice() {
        assertThat(phases()).containsExactly(RolloutPhase.INITIALIZING, RolloutPhase.INITIALIZED);

        looks.all();
        looks.seen(new LiveChange.Seen(cluster.read(PRIMARY).orElseThrow()));

        assertThat(told).hasSize(2);
    }

    @Test
    void an_event_names_its_delivery_and_its_cause() {
        sync(second, "1.1");

        var headers = headers(told.getLast());
        assertThat(headers.get("delivery")).isEqualTo(second);
        assertThat(headers.get("cause")).isEqualTo(desired(second).id());
        assertThat(last().getDelivery()).isEqualTo(second);
        assertThat(last().getPromotedRevision()).isEqualTo("r-" + first);
    }

    @Test
    void after_a_restart_the_same_facts_are_the_same_event() {
        sync(second, "1.1");
        var before = headers(told.getLast()).get("id");
        var count = told.size();

        restart();
        sync(second, "1.1");

        assertThat(told).hasSizeGreaterThan(count);
        assertThat(told.subList(count, told.size()))
                .allMatch(message -> headers(message).get("id").equals(before));
    }

    @Test
    void facts_that_come_back_are_another_event() {
        sync(second, "1.1");
        settle();
        var ready = headers(told.getLast()).get("id");

        cluster.edit(TARGET, content -> content);
        looks.all();
        assertThat(last().getCanaryReady()).isFalse();
        settle();

        assertThat(last().getCanaryReady()).isTrue();
        assertThat(headers(told.getLast()).get("id")).isNotEqualTo(ready);
    }

    @Test
    void a_verdict_is_carried_out_once_however_often_it_comes() {
        sync(second, "1.1");
        settle();
        var verdict = verdict(RolloutPhase.PROGRESSING, 30);

        hear(Topics.ROLLOUT_VERDICTS, verdict);
        var count = told.size();
        hear(Topics.ROLLOUT_VERDICTS, verdict);

        assertThat(last().getCanaryWeight()).isEqualTo(30);
        assertThat(last().getPrimaryWeight()).isEqualTo(70);
        assertThat(told).hasSize(count);
    }

    @Test
    void an_earlier_verdict_that_comes_late_changes_nothing() {
        sync(second, "1.1");
        settle();
        var early = verdict(RolloutPhase.PROGRESSING, 30);
        hear(Topics.ROLLOUT_VERDICTS, verdict(RolloutPhase.PROGRESSING, 60));

        hear(Topics.ROLLOUT_VERDICTS, early);

        assertThat(last().getCanaryWeight()).isEqualTo(60);
    }

    @Test
    void a_verdict_and_the_rollback_may_come_in_any_order() {
        for (var isVerdictFirst : List.of(true, false)) {
            var delivery = EventId.derived(NOON, "trial " + isVerdictFirst);
            sync(delivery, "bad-" + isVerdictFirst);
            settle();
            hear(Topics.ROLLOUT_VERDICTS, verdict(RolloutPhase.PROGRESSING, 30));
            var verdict = verdict(RolloutPhase.FAILED, 0);
            var rollback = rollback();

            if (isVerdictFirst) {
                hear(Topics.ROLLOUT_VERDICTS, verdict);
                hear(Topics.ROLLBACKS, rollback);
            } else {
                hear(Topics.ROLLBACKS, rollback);
                hear(Topics.ROLLOUT_VERDICTS, verdict);
            }

            assertThat(last().getPhase()).isEqualTo(RolloutPhase.FAILED);
            assertThat(last().getCanaryWeight()).isZero();
        }
    }

    @Test
    void a_verdict_that_says_to_wait_changes_nothing() {
        sync(second, "1.1");
        settle();
        var count = told.size();
        var hold = verdict(RolloutPhase.PROGRESSING, 50);
        hold.setVerdict(RolloutVerdict.HOLD);

        hear(Topics.ROLLOUT_VERDICTS, hold);

        assertThat(told).hasSize(count);
    }

    @Test
    void what_nobody_can_read_is_kept_and_changes_nothing() {
        var count = told.size();

        hear(Topics.ROLLOUT_VERDICTS, ROLLOUT, new byte[] {9});
        hear(Topics.ROLLBACKS, ROLLOUT, new byte[] {9});
        hear(Topics.DECLARATIONS, KEY, new byte[] {9});
        declare("no json");

        assertThat(deadLetters.letters()).hasSize(3);
        assertThat(told).hasSize(count);
        sync(second, "1.1");
        assertThat(last().getPhase()).isEqualTo(RolloutPhase.PROGRESSING);
    }

    @Test
    void a_verdict_waits_until_the_canaries_are_known() {
        sync(second, "1.1");
        settle();
        var verdict = verdict(RolloutPhase.PROGRESSING, 30);
        looks = started();

        assertThatThrownBy(() -> hear(Topics.ROLLOUT_VERDICTS, verdict))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_verdict_on_a_rollout_nobody_declares_is_ignored() {
        sync(second, "1.1");
        settle();
        var verdict = verdict(RolloutPhase.PROGRESSING, 30);
        hear(Topics.DECLARATIONS, KEY, null);
        var count = told.size();

        hear(Topics.ROLLOUT_VERDICTS, verdict);

        assertThat(told).hasSize(count);
    }

    private void declare(String json) {
        var declared =
                Declared.newBuilder()
                        .setApiVersion("flagger.app/v1beta1")
                        .setKind("Canary")
                        .setNamespace("shop")
                        .setName("checkout")
                        .setJson(json)
                        .setRepository("shop")
                        .setRevision("r1")
                        .setPath("canary.yaml")
                        .build();
        hear(Topics.DECLARATIONS, KEY, codec.encode(Topics.DECLARATIONS, declared));
    }

    private void sync(String delivery, String tag) {
        var target =
                Json.object(
                        """
                        {"apiVersion": "apps/v1", "kind": "Deployment",
                         "metadata": {"name": "checkout", "namespace": "shop"},
                         "spec": {"replicas": 2, "selector": {"matchLabels": {"app": "checkout"}},
                           "template": {"metadata": {"labels": {"app": "checkout"}},
                             "spec": {"containers": [{"name": "c", "image": "shop/c:%s"}]}}}}
                        """
                                .formatted(tag));
        if (cluster.read(TARGET).isEmpty()) {
            cluster.put(target);
        }
        var state =
                new DesiredState(
                        "argocd/checkout",
                        delivery,
                        "r-" + delivery,
                        1,
                        "sha256:" + delivery,
                        "[]",
                        "default",
                        new Destination("", "", "shop"),
                        new SyncPolicy(true, true, true, false, Set.of()),
                        "",
                        SyncCause.COMMIT,
                        NOON);
        looks.synced(state, List.of(Manifest.of(target)), desired(delivery));
    }

    private static Envelope desired(String delivery) {
        return Envelope.root("git-watcher", "DesiredState", "argocd/checkout", NOON, delivery)
                .within(delivery);
    }

    private void settle() {
        for (int i = 0; i < 2; i++) {
            cluster.rollOut(TARGET);
            cluster.rollOut(PRIMARY);
            looks.all();
        }
    }

    private void restart() {
        looks = started();
        canaries = new CanaryReader(inbox, looks);
        declare(CANARY);
        looks.complete();
    }

    private RolloutLooks started() {
        var clock = Clock.fixed(NOON, ZoneOffset.UTC);
        return new RolloutLooks(
                new Rollouts(cluster, clock), new Outbox(codec), told::add, Runnable::run, clock);
    }

    private RolloutJudged verdict(RolloutPhase phase, int weight) {
        return RolloutJudged.newBuilder()
                .setRollout(ROLLOUT)
                .setApplication("argocd/checkout")
                .setDelivery(last().getDelivery())
                .setTemplate(last().getTemplate())
                .setVerdict(
                        phase == RolloutPhase.FAILED
                                ? RolloutVerdict.ROLL_BACK
                                : RolloutVerdict.PROMOTE)
                .setPhase(phase)
                .setCanaryWeight(weight)
                .setJudgedAt(NOON)
                .build();
    }

    private RollbackIssued rollback() {
        return RollbackIssued.newBuilder()
                .setApplication("argocd/checkout")
                .setRollout(ROLLOUT)
                .setDelivery(last().getDelivery())
                .setTemplate(last().getTemplate())
                .setFromRevision(last().getRevision())
                .setFromDigest(last().getDigest())
                .setToRevision(last().getPromotedRevision())
                .setToDigest(last().getPromotedDigest())
                .setReason("CHECKS_FAILED: 2 of 2")
                .setIssuedAt(NOON)
                .build();
    }

    private void hear(String topic, SpecificRecord event) {
        hear(topic, ROLLOUT, codec.encode(topic, event));
    }

    private void hear(String topic, String key, byte @Nullable [] value) {
        var headers = desired(second).writeTo(new RecordHeaders());
        var message =
                new ConsumerRecord<>(
                        topic,
                        0,
                        0,
                        NOON.toEpochMilli(),
                        TimestampType.CREATE_TIME,
                        0,
                        0,
                        key,
                        value,
                        headers,
                        java.util.Optional.empty());
        switch (topic) {
            case Topics.ROLLOUT_VERDICTS -> new RolloutVerdictConsumer(inbox, looks).on(message);
            case Topics.ROLLBACKS -> new RolloutRollbackConsumer(inbox, looks).on(message);
            case Topics.DECLARATIONS -> canaries.read(message);
            default -> throw new IllegalArgumentException(topic);
        }
    }

    private List<RolloutPhase> phases() {
        return told.stream().map(this::event).map(RolloutProgressed::getPhase).toList();
    }

    private RolloutProgressed last() {
        return event(told.getLast());
    }

    private RolloutProgressed event(Message<byte[]> message) {
        try {
            return codec.decode(
                    Topics.ROLLOUT_PROGRESS, message.getPayload(), RolloutProgressed.class);
        } catch (io.dabbawala.platform.UnreadableEvent e) {
            throw new IllegalStateException(e);
        }
    }

    private static java.util.Map<String, String> headers(Message<byte[]> message) {
        var headers =
                message.getMetadata(OutgoingKafkaRecordMetadata.class).orElseThrow().getHeaders();
        return java.util.Map.of(
                "id", text(headers, "ce_id"),
                "delivery", text(headers, "delivery"),
                "cause", text(headers, "cause"));
    }

    private static String text(org.apache.kafka.common.header.Headers headers, String name) {
        return new String(headers.lastHeader(name).value(), UTF_8);
    }
}
