package io.dabbawala.notifier.kafka;

import static io.dabbawala.notifier.Told.DELIVERY;
import static io.dabbawala.notifier.Told.GOOD;
import static io.dabbawala.notifier.Told.NOON;
import static io.dabbawala.notifier.Told.SHOP;
import static org.assertj.core.api.Assertions.assertThat;

import io.dabbawala.events.NoticeOutcome;
import io.dabbawala.events.NoticeSettled;
import io.dabbawala.notifier.message.Happening;
import io.dabbawala.notifier.message.News;
import io.dabbawala.notifier.route.RouteBook;
import io.dabbawala.notifier.send.Attempt;
import io.dabbawala.notifier.send.Courier;
import io.dabbawala.notifier.send.Lanes;
import io.dabbawala.notifier.send.Notice;
import io.dabbawala.notifier.send.Patience;
import io.dabbawala.notifier.send.SmsAllowance;
import io.dabbawala.platform.Envelope;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class NoticeDeskTest {

    private static final int ALLOWED = 1000;
    private static final Clock CLOCK = Clock.fixed(NOON, ZoneOffset.UTC);
    private static final String KEY = "NotificationRoute/argocd/on-call";

    private final RouteBook routes = new RouteBook();
    private final List<Notice> tried = new ArrayList<>();
    private final List<NoticeSettled> settled = new ArrayList<>();
    private Attempt answer = new Attempt.Accepted();
    private CompletableFuture<Void> broker = CompletableFuture.completedFuture(null);
    private Past past = new Past(NOON.minusSeconds(3600));
    private NoticeDesk desk = desk();

    @BeforeEach
    void declare() {
        routes.declare(
                KEY,
                "{\"spec\":{\"channels\":[{\"type\":\"slack\",\"url\":\"https://a.example/T1\"},"
                        + "{\"type\":\"sms\",\"to\":\"+910000000001\",\"from\":\"DABBAW\"}]}}");
    }

    @Test
    void everybody_is_told_and_that_is_said() {
        // When
        var done = desk.tell(degraded("1", NOON));

        // Then
        assertThat(done.toCompletableFuture()).isCompleted();
        assertThat(settled).hasSize(2);
        var notice = settled.getFirst();
        assertThat(notice.getNotice()).isEqualTo(tried.getFirst().id());
        assertThat(notice.getOutcome()).isEqualTo(NoticeOutcome.DELIVERED);
        assertThat(notice.getChannel()).isEqualTo("slack");
        assertThat(notice.getRecipient()).isEqualTo("a.example");
        assertThat(notice.getApplication()).isEqualTo(SHOP);
        assertThat(notice.getDelivery()).isEqualTo(DELIVERY);
        assertThat(notice.getEventType()).isEqualTo("SyncFinished");
        assertThat(notice.getText()).isEqualTo("argocd/shop: degraded at aaaaaaa. crashes");
        assertThat(notice.getAttempts()).isEqualTo(1);
    }

    @Test
    void what_cannot_be_delivered_is_said_with_the_reason() {
        // Given
        answer = new Attempt.Refused("HTTP_404: gone");

        // When
        var done = desk.tell(degraded("1", NOON));

        // Then
        assertThat(done.toCompletableFuture()).isCompleted();
        assertThat(settled)
                .extracting(NoticeSettled::getOutcome, NoticeSettled::getReason)
                .containsOnly(
                        org.assertj.core.groups.Tuple.tuple(
                                NoticeOutcome.FAILED, "HTTP_404: gone"));
    }

    @Test
    void an_event_is_not_done_before_it_is_said() {
        // Given
        broker = new CompletableFuture<>();

        // When
        var first = desk.tell(degraded("1", NOON)).toCompletableFuture();
        var second = desk.tell(degraded("1", NOON)).toCompletableFuture();

        // Then
        assertThat(first).isNotDone();
        assertThat(second).isNotDone();
        broker.complete(null);
        assertThat(first).isCompleted();
        assertThat(second).isCompleted();
        assertThat(tried).hasSize(2);
    }

    @Test
    void twice_the_same_event_is_told_once() {
        desk.tell(degraded("1", NOON));
        desk.tell(degraded("1", NOON));

        assertThat(tried).hasSize(2);
        assertThat(settled).hasSize(2);
    }

    @Test
    void what_was_settled_before_a_crash_is_not_told_again_and_the_rest_is() {
        // Given
        desk.tell(degraded("1", NOON));
        past = new Past(NOON.minusSeconds(3600));
        past.claim(settled.getFirst().getNotice());

        // When
        desk = desk();
        desk.tell(degraded("1", NOON));

        // Then
        assertThat(tried)
                .extracting(notice -> notice.target().channel())
                .containsExactly("slack", "sms", "sms");
        assertThat(tried.getLast().id()).isEqualTo(tried.get(1).id());
    }

    @Test
    void what_is_too_late_is_not_told_and_what_is_just_in_time_is() {
        assertThat(desk.tell(degraded("1", NOON.minusSeconds(3601))).toCompletableFuture())
                .isCompleted();
        assertThat(tried).isEmpty();

        desk.tell(degraded("2", NOON.minusSeconds(3599)));
        assertThat(tried).hasSize(2);
    }

    @Test
    void the_order_of_events_changes_nothing_but_the_order_of_notices() {
        // Given
        desk.tell(degraded("1", NOON));
        desk.tell(degraded("2", NOON.plusSeconds(1)));
        var forth = tried.stream().map(Notice::id).toList();
        tried.clear();
        past = new Past(NOON.minusSeconds(3600));

        // When
        desk = desk();
        desk.tell(degraded("2", NOON.plusSeconds(1)));
        desk.tell(degraded("1", NOON));

        // Then
        assertThat(tried)
                .extracting(Notice::id)
                .containsExactlyInAnyOrderElementsOf(forth)
                .doesNotHaveDuplicates();
    }

    @Test
    void a_delivery_that_is_healthy_again_is_told_once() {
        desk.tell(told("1", NOON, new Happening.Delivered(SHOP, GOOD, 3, false)));
        desk.tell(told("2", NOON, new Happening.Delivered(SHOP, GOOD, 3, false)));

        assertThat(tried).hasSize(2);
    }

    @Test
    void without_a_route_nobody_is_told_and_nothing_said() {
        // Given
        routes.withdraw(KEY);

        // Then
        assertThat(desk.tell(degraded("1", NOON)).toCompletableFuture()).isCompleted();
        assertThat(settled).isEmpty();
    }

    @Test
    void a_route_that_cannot_be_read_is_said_once() {
        // Given
        var envelope = envelope("route", NOON);
        var route = new Misdeclared(KEY, List.of("spec.channels: there is none"), envelope);

        // When
        desk.report(route);
        desk.report(route);
        desk.report(new Misdeclared(KEY, List.of("old"), envelope("old", NOON.minusSeconds(9999))));

        // Then
        assertThat(settled).hasSize(1);
        assertThat(settled.getFirst().getOutcome()).isEqualTo(NoticeOutcome.FAILED);
        assertThat(settled.getFirst().getRecipient()).isEqualTo(KEY);
        assertThat(settled.getFirst().getEvent()).isEqualTo(envelope.id());
        assertThat(settled.getFirst().getReason())
                .isEqualTo("UNREADABLE_ROUTE: spec.channels: there is none");
    }

    private NoticeDesk desk() {
        var courier =
                new Courier(
                        notice -> {
                            tried.add(notice);
                            return answer;
                        },
                        new Patience(Duration.ZERO, Duration.ZERO, Duration.ZERO),
                        new SmsAllowance(ALLOWED),
                        CLOCK,
                        _ -> {});
        var remembered = past;
        return new NoticeDesk(
                routes,
                new Lanes(courier, Runnable::run, CLOCK),
                (notice, _) -> {
                    settled.add(notice);
                    return broker;
                },
                () -> remembered,
                CLOCK);
    }

    private static TopicReader.Told degraded(String seed, Instant time) {
        return told(seed, time, new Happening.Degraded(SHOP, GOOD, "crashes"));
    }

    private static TopicReader.Told told(String seed, Instant time, Happening happening) {
        var envelope = envelope(seed, time);
        return new TopicReader.Told(
                new News(envelope.id(), "SyncFinished", DELIVERY, time, happening), envelope);
    }

    private static Envelope envelope(String seed, Instant time) {
        return Envelope.root("test", "SyncFinished", SHOP, time, seed).within(DELIVERY);
    }
}
