package io.dabbawala.notifier.kafka;

import static io.dabbawala.notifier.kafka.Records.SHOP;
import static io.dabbawala.notifier.kafka.Wire.envelope;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dabbawala.events.DeadLetter;
import io.dabbawala.events.NoticeOutcome;
import io.dabbawala.events.NoticeSettled;
import io.dabbawala.events.Topics;
import io.dabbawala.notifier.Platform;
import io.dabbawala.notifier.Sink;
import io.dabbawala.notifier.message.News;
import io.dabbawala.notifier.route.RouteBook;
import io.dabbawala.platform.EventCodec;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URL;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The whole service on a real broker, with recipients on this host. */
@QuarkusTest
@QuarkusTestResource(Platform.class)
class WiredTest {

    private static final String KEY = "NotificationRoute/argocd/on-call";
    private static final News ROLLBACK =
            new News(
                    "id",
                    "RollbackIssued",
                    "",
                    Instant.EPOCH,
                    RolloutMessages.rollback(Records.rollback()).orElseThrow());

    @Inject EventCodec codec;
    @Inject RouteBook routes;
    @Inject NoticesTopic memory;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrapServers;

    @TestHTTPResource("/q/health/ready")
    URL ready;

    private final Sink slack = new Sink();
    private final Sink pager = new Sink();
    private Wire wire;

    @BeforeEach
    void connect() {
        wire = new Wire(bootstrapServers, codec);
    }

    @AfterEach
    void disconnect() {
        wire.send(Topics.DECLARATIONS, KEY, (byte[]) null, envelope("withdrawn"));
        await().until(() -> routes.due(ROLLBACK).isEmpty());
        wire.close();
        slack.close();
        pager.close();
    }

    @Test
    void tells_of_an_event_once_and_says_so_and_poison_stops_nothing() {
        // Given
        declare(channel("slack", slack));
        var event = envelope("once");
        var another = envelope("another");

        // When
        wire.send(Topics.ROLLBACKS, SHOP, "no event".getBytes(UTF_8), envelope("poison"));
        wire.send(Topics.ROLLBACKS, SHOP, Records.rollback(), event);
        wire.send(Topics.ROLLBACKS, SHOP, Records.rollback(), event);
        wire.send(Topics.ROLLBACKS, SHOP, Records.rollback(), another);

        // Then
        await().untilAsserted(() -> assertThat(wire.noticesOf(another.id())).hasSize(1));
        assertThat(slack.requests()).hasSize(2);
        assertThat(slack.requests().getFirst().body()).contains("rolled back from bbbbbbb to");
        assertThat(wire.noticesOf(event.id()))
                .extracting(NoticeSettled::getOutcome)
                .containsExactly(NoticeOutcome.DELIVERED);
        assertThat(wire.all(Topics.DEAD_LETTERS, DeadLetter.class))
                .extracting(DeadLetter::getTopic)
                .contains(Topics.ROLLBACKS);
    }

    @Test
    void what_was_settled_is_remembered_by_the_next_process() {
        // Given
        declare(channel("slack", slack));
        var event = envelope("remembered");
        wire.send(Topics.ROLLBACKS, SHOP, Records.rollback(), event);
        await().untilAsserted(() -> assertThat(wire.noticesOf(event.id())).hasSize(1));

        // When
        var past = memory.read();

        // Then
        assertThat(past.claim(wire.noticesOf(event.id()).getFirst().getNotice())).isFalse();
        assertThat(past.claim("another")).isTrue();
        assertThat(past.isOver(Instant.now())).isFalse();
    }

    @Test
    void a_slow_recipient_holds_up_neither_others_nor_the_next_event() {
        // Given
        var away = new CountDownLatch(1);
        slack.answer(_ -> untilDown(away));
        declare(channel("slack", slack) + "," + channel("webhook", pager));
        var next = envelope("next");

        // When
        wire.send(Topics.ROLLBACKS, SHOP, Records.rollback(), envelope("first"));
        wire.send(Topics.ROLLBACKS, SHOP, Records.rollback(), next);

        // Then
        await().untilAsserted(() -> assertThat(pager.requests()).hasSize(2));
        assertThat(slack.requests()).hasSizeLessThan(2);

        // When
        slack.answer(Sink.status(200));
        away.countDown();

        // Then
        await().untilAsserted(() -> assertThat(wire.noticesOf(next.id())).hasSize(2));
    }

    @Test
    void a_route_that_cannot_be_read_is_said_and_what_can_be_is_in_force() {
        // Given
        var declared = declare("{\"type\":\"pigeon\"}," + channel("slack", slack));

        // Then
        await().untilAsserted(
                        () ->
                                assertThat(wire.noticesOf(declared))
                                        .extracting(NoticeSettled::getReason)
                                        .containsExactly(
                                                "UNREADABLE_ROUTE: spec.channels[0].type: must be"
                                                        + " slack, sms or webhook"));
        assertThat(routes.due(ROLLBACK)).hasSize(1);
    }

    @Test
    void is_ready_once_the_routes_are_read() throws IOException {
        var connection = (HttpURLConnection) ready.openConnection();

        assertThat(connection.getResponseCode()).isEqualTo(200);
    }

    private String declare(String channels) {
        var envelope = envelope(channels);
        var spec = "{\"events\":[\"rolled-back\"],\"channels\":[%s]}".formatted(channels);
        wire.send(Topics.DECLARATIONS, KEY, Records.route("on-call", spec), envelope);
        await().until(() -> !routes.due(ROLLBACK).isEmpty());
        return envelope.id();
    }

    private static String channel(String type, Sink sink) {
        return "{\"type\":\"%s\",\"url\":\"%s\"}".formatted(type, sink.address("/hook"));
    }

    private static void untilDown(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
