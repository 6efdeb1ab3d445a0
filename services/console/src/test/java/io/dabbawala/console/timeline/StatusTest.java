package io.dabbawala.console.timeline;

import static io.dabbawala.console.Told.BAD;
import static io.dabbawala.console.Told.GOOD;
import static org.assertj.core.api.Assertions.assertThat;

import io.dabbawala.console.Told;
import io.dabbawala.console.event.Event;
import io.dabbawala.console.event.Health;
import io.dabbawala.console.event.Order.Wanted;
import io.dabbawala.console.event.RolloutPhase;
import io.dabbawala.console.event.SyncCause;
import io.dabbawala.console.event.Verdict.Decision;
import io.dabbawala.console.timeline.Status.Sync;
import java.util.List;
import org.junit.jupiter.api.Test;

class StatusTest {

    @Test
    void nothing_is_known_of_what_was_never_declared() {
        assertThat(statusAfter()).isEqualTo(new Status(Sync.UNKNOWN, Health.UNKNOWN));
    }

    @Test
    void the_newest_plan_says_how_far_it_got() {
        var drift = Told.drift(1, "p", SyncCause.COMMIT, 2);
        var request = Told.request(1, "p", 3);
        var desired = Told.desired(1, GOOD, 1);

        assertThat(statusAfter(desired).sync()).isEqualTo(Sync.UNKNOWN);
        assertThat(statusAfter(desired, drift).sync()).isEqualTo(Sync.OUT_OF_SYNC);
        assertThat(statusAfter(desired, drift, request).sync()).isEqualTo(Sync.SYNCING);
        assertThat(statusAfter(desired, drift, request, Told.denied(1, "p", 4)).sync())
                .isEqualTo(Sync.DENIED);
        assertThat(statusAfter(desired, request, Told.held(1, "p", "FROZEN", 4)).sync())
                .isEqualTo(Sync.HELD);
        assertThat(statusAfter(desired, request, Told.admitted(1, "p", 4)).sync())
                .isEqualTo(Sync.SYNCING);
        assertThat(statusAfter(desired, request, Told.synced(1, GOOD, "p", 5)).sync())
                .isEqualTo(Sync.SYNCED);
        assertThat(statusAfter(desired, request, Told.syncFailed(1, "p", 5)).sync())
                .isEqualTo(Sync.OUT_OF_SYNC);
    }

    @Test
    void the_clock_of_the_gate_does_not_decide_whether_the_sync_came_after_the_verdict() {
        assertThat(
                        statusAfter(
                                        Told.desired(1, GOOD, 1),
                                        Told.request(1, "p", 3),
                                        Told.synced(1, GOOD, "p", 5),
                                        Told.admitted(1, "p", 59))
                                .sync())
                .isEqualTo(Sync.SYNCED);
    }

    @Test
    void an_approval_turns_a_held_plan_into_an_admitted_one() {
        assertThat(
                        statusAfter(
                                        Told.desired(1, GOOD, 1),
                                        Told.request(1, "p", 3),
                                        Told.held(1, "p", "APPROVAL_NEEDED", 4),
                                        Told.admitted(1, "p", 9))
                                .sync())
                .isEqualTo(Sync.SYNCING);
    }

    @Test
    void a_drift_after_a_sync_is_out_of_sync_again() {
        assertThat(
                        statusAfter(
                                        Told.desired(1, GOOD, 1),
                                        Told.synced(1, GOOD, "p", 5),
                                        Told.drift(1, "q", SyncCause.LIVE_CHANGE, 8))
                                .sync())
                .isEqualTo(Sync.OUT_OF_SYNC);
    }

    @Test
    void a_verdict_on_an_earlier_plan_does_not_judge_the_newest() {
        assertThat(
                        statusAfter(
                                        Told.desired(1, GOOD, 1),
                                        Told.denied(1, "p", 4),
                                        Told.request(1, "q", 8))
                                .sync())
                .isEqualTo(Sync.SYNCING);
    }

    @Test
    void a_new_generation_of_what_runs_already_is_synced() {
        assertThat(
                        statusAfter(
                                        Told.desired(1, GOOD, 1),
                                        Told.synced(1, GOOD, "p", 5),
                                        Told.desired(2, GOOD, 8))
                                .sync())
                .isEqualTo(Sync.SYNCED);
        assertThat(
                        statusAfter(
                                        Told.desired(1, GOOD, 1),
                                        Told.synced(1, GOOD, "p", 5),
                                        Told.desired(2, BAD, 8))
                                .sync())
                .isEqualTo(Sync.UNKNOWN);
    }

    @Test
    void a_healthy_application_under_a_canary_is_progressing_and_paused_it_is_suspended() {
        var synced = Told.synced(1, GOOD, "p", 5);
        var canary = Told.progress(1, RolloutPhase.PROGRESSING, 20, 6);
        var pause = Told.order(Wanted.PAUSE, "", 7);

        assertThat(statusAfter(synced).health()).isEqualTo(Health.HEALTHY);
        assertThat(statusAfter(synced, canary).health()).isEqualTo(Health.PROGRESSING);
        assertThat(statusAfter(synced, canary, pause).health()).isEqualTo(Health.SUSPENDED);
        assertThat(statusAfter(synced, Told.progress(1, RolloutPhase.SUCCEEDED, 0, 9)).health())
                .isEqualTo(Health.HEALTHY);
        assertThat(statusAfter(synced, canary, Told.healthNow(1, Health.DEGRADED, 1, 8)).health())
                .isEqualTo(Health.DEGRADED);
    }

    @Test
    void an_answer_nobody_knows_is_unknown() {
        assertThat(
                        statusAfter(
                                        Told.desired(1, GOOD, 1),
                                        Told.verdict(1, "p", Decision.UNKNOWN, "", 4))
                                .sync())
                .isEqualTo(Sync.UNKNOWN);
    }

    private static Status statusAfter(Event... events) {
        return Status.of(ApplicationViewTest.viewOf(List.of(events)));
    }
}
