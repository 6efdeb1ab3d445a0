package io.dabbawala.gitwatcher.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class AgendaTest {

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    private final Agenda agenda = new Agenda(Duration.ofMinutes(1));

    @Test
    void a_host_is_asked_at_once_and_then_every_interval() {
        assertThat(agenda.take("shop", NOON)).isTrue();
        agenda.answered("shop", NOON);

        assertThat(agenda.take("shop", NOON.plusSeconds(59))).isFalse();
        assertThat(agenda.take("shop", NOON.plusSeconds(60))).isTrue();
    }

    @Test
    void nobody_asks_while_somebody_else_waits_for_the_answer() {
        assertThat(agenda.take("shop", NOON)).isTrue();
        assertThat(agenda.take("shop", NOON.plusSeconds(3_600))).isFalse();
    }

    @Test
    void a_host_that_is_away_is_asked_later_and_later_but_no_later_than_the_interval() {
        // Given
        agenda.failed("shop", "refused", NOON);
        assertThat(agenda.take("shop", NOON.plusMillis(999))).isFalse();
        assertThat(agenda.take("shop", NOON.plusSeconds(1))).isTrue();

        // When
        agenda.failed("shop", "refused", NOON);

        // Then
        assertThat(agenda.take("shop", NOON.plusSeconds(1))).isFalse();
        for (int times = 0; times < 100; times++) {
            agenda.failed("shop", "refused", NOON);
        }
        assertThat(agenda.take("shop", NOON.plusSeconds(59))).isFalse();
        assertThat(agenda.take("shop", NOON.plusSeconds(60))).isTrue();
        assertThat(agenda.take("bank", NOON)).isTrue();
    }

    @Test
    void what_is_not_the_hosts_fault_is_tried_again_soon_and_told_of_nobody() {
        agenda.take("shop", NOON);
        agenda.postpone("shop", NOON);

        assertThat(agenda.take("shop", NOON.plusSeconds(1))).isTrue();
        assertThat(agenda.away()).isEmpty();
    }

    @Test
    void a_repository_that_is_forgotten_is_asked_as_if_for_the_first_time() {
        // Given
        assertThat(agenda.isKnown("shop")).isFalse();
        agenda.answered("shop", NOON);
        assertThat(agenda.isKnown("shop")).isTrue();

        // When
        agenda.forget("shop");

        // Then
        assertThat(agenda.isKnown("shop")).isFalse();
        assertThat(agenda.take("shop", NOON)).isTrue();
    }

    @Test
    void going_away_and_coming_back_are_news_once() {
        assertThat(agenda.answered("shop", NOON)).isFalse();
        assertThat(agenda.failed("shop", "refused", NOON)).isTrue();
        assertThat(agenda.failed("shop", "timed out", NOON)).isFalse();
        assertThat(agenda.away()).containsEntry("shop", "timed out");
        assertThat(agenda.answered("shop", NOON)).isTrue();
        assertThat(agenda.answered("shop", NOON)).isFalse();
        assertThat(agenda.away()).isEmpty();
    }
}
