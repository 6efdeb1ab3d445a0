package io.dabbawala.console.timeline;

import static io.dabbawala.console.Told.BAD;
import static io.dabbawala.console.Told.GOOD;
import static io.dabbawala.console.Told.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.dabbawala.console.Told;
import io.dabbawala.console.event.Event;
import io.dabbawala.console.event.Health;
import io.dabbawala.console.event.RolloutPhase;
import io.dabbawala.console.event.SyncCause;
import io.dabbawala.console.timeline.DeliveryOutcome.Word;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeliveryOutcomeTest {

    private static final Event DESIRED = Told.desired(1, GOOD, 1);
    private static final Event SYNCED = Told.synced(1, GOOD, "p", 5);

    @Test
    void is_delivered_once_synced_and_healthy() {
        assertThat(outcomeAfter(DESIRED, SYNCED))
                .isEqualTo(new DeliveryOutcome(Word.DELIVERED, NOON.plusSeconds(5)));
    }

    @Test
    void is_in_progress_before_that() {
        assertThat(outcomeAfter(DESIRED)).isEqualTo(new DeliveryOutcome(Word.IN_PROGRESS, null));
        assertThat(outcomeAfter(DESIRED, Told.admitted(1, "p", 3)).word())
                .isEqualTo(Word.IN_PROGRESS);
        assertThat(outcomeAfter(DESIRED, Told.healthNow(1, Health.PROGRESSING, 0, 5)).word())
                .isEqualTo(Word.IN_PROGRESS);
    }

    @Test
    void stays_delivered_when_a_live_change_is_denied_or_health_flaps_later() {
        assertThat(
                        outcomeAfter(
                                DESIRED,
                                SYNCED,
                                Told.drift(1, "q", SyncCause.LIVE_CHANGE, 90),
                                Told.denied(1, "q", 91),
                                Told.healthNow(1, Health.DEGRADED, 3, 95)))
                .isEqualTo(new DeliveryOutcome(Word.DELIVERED, NOON.plusSeconds(5)));
    }

    @Test
    void waits_for_its_canary() {
        var canary = Told.progress(1, RolloutPhase.PROGRESSING, 20, 7);

        assertThat(outcomeAfter(DESIRED, SYNCED, canary).word()).isEqualTo(Word.IN_PROGRESS);
        assertThat(
                        outcomeAfter(
                                DESIRED,
                                SYNCED,
                                canary,
                                Told.progress(1, RolloutPhase.SUCCEEDED, 0, 30)))
                .isEqualTo(new DeliveryOutcome(Word.DELIVERED, NOON.plusSeconds(30)));
    }

    @Test
    void ends_as_what_stopped_it() {
        assertThat(
                        outcomeAfter(
                                Told.desired(2, BAD, 1),
                                Told.synced(2, BAD, "p", 5),
                                Told.rollback(2, 9)))
                .isEqualTo(new DeliveryOutcome(Word.ROLLED_BACK, NOON.plusSeconds(9)));
        assertThat(outcomeAfter(DESIRED, Told.denied(1, "p", 4)).word()).isEqualTo(Word.DENIED);
        assertThat(outcomeAfter(DESIRED, Told.held(1, "p", "FROZEN", 4)).word())
                .isEqualTo(Word.HELD);
        assertThat(outcomeAfter(DESIRED, Told.syncFailed(1, "p", 4)).word()).isEqualTo(Word.FAILED);
        assertThat(outcomeAfter(Told.unrenderable(1, 2)).word()).isEqualTo(Word.FAILED);
    }

    private static DeliveryOutcome outcomeAfter(Event... events) {
        return DeliveryOutcome.of(ApplicationViewTest.viewOf(List.of(events)));
    }
}
