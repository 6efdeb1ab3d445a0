package io.dabbawala.notifier.send;

import static io.dabbawala.notifier.Told.NOON;
import static io.dabbawala.notifier.Told.notice;
import static java.time.Duration.ZERO;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import io.dabbawala.notifier.route.Target;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class CourierTest {

    private static final int ALLOWED = 1;
    private static final Notice NOTICE = notice(new Target.Sms("+910000000001", "DABBAW"));
    private static final Attempt AWAY = new Attempt.TryLater("HTTP_503: away", ZERO);

    private final List<Duration> pauses = new ArrayList<>();
    private Instant now = NOON;

    @Test
    void what_is_accepted_is_delivered() {
        assertThat(deliver(new Attempt.Accepted())).isEqualTo(Settlement.delivered(1));
    }

    @Test
    void tries_again_while_there_is_hope() {
        // When
        var settlement =
                deliver(
                        AWAY,
                        new Attempt.TryLater("HTTP_429: busy", ofSeconds(7)),
                        new Attempt.Accepted());

        // Then
        assertThat(settlement).isEqualTo(Settlement.delivered(3));
        assertThat(pauses).containsExactly(ofSeconds(1), ofSeconds(7));
    }

    @Test
    void what_is_refused_is_not_tried_again() {
        assertThat(deliver(AWAY, new Attempt.Refused("HTTP_404: gone")))
                .isEqualTo(Settlement.failed(2, "HTTP_404: gone"));
    }

    @Test
    void gives_up_at_the_deadline_and_says_why() {
        assertThat(deliver(AWAY, AWAY, AWAY, AWAY, AWAY))
                .isEqualTo(Settlement.failed(4, "HTTP_503: away; given up after PT7S"));
    }

    @Test
    void a_long_wait_in_the_lane_leaves_one_attempt() {
        // Given
        now = NOON.plusSeconds(3600);

        // Then
        assertThat(deliver(AWAY, AWAY).attempts()).isEqualTo(1);
    }

    @Test
    void beyond_the_allowance_nothing_is_tried() {
        // Given
        var courier = courier(new ArrayDeque<>(List.of(new Attempt.Accepted())));

        // Then
        assertThat(courier.deliver(NOTICE, NOON)).isEqualTo(Settlement.delivered(1));
        assertThat(courier.deliver(NOTICE, NOON))
                .isEqualTo(Settlement.failed(0, "CAPPED: a number gets at most 1 SMS an hour"));
    }

    private Settlement deliver(Attempt... attempts) {
        return courier(new ArrayDeque<>(Arrays.asList(attempts))).deliver(NOTICE, NOON);
    }

    private Courier courier(ArrayDeque<Attempt> attempts) {
        InstantSource time = () -> now;
        return new Courier(
                _ -> attempts.remove(),
                new Patience(ofSeconds(1), ofSeconds(30), ofSeconds(10)),
                new SmsAllowance(ALLOWED),
                time.withZone(ZoneOffset.UTC),
                this::pause);
    }

    private void pause(Duration duration) {
        pauses.add(duration);
        now = now.plus(duration);
    }
}
