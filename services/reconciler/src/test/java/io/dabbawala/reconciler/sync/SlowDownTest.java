package io.dabbawala.reconciler.sync;

import static io.dabbawala.reconciler.plan.Fixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

class SlowDownTest {

    @Test
    void a_change_once_a_second_is_healed_at_once_for_ever() {
        var slowDown = SlowDown.NONE;
        var now = NOON;
        for (int edit = 0; edit < 20; edit++) {
            slowDown = slowDown.changed(now);
            assertThat(slowDown.next()).as("edit " + edit).isBeforeOrEqualTo(now);
            slowDown = slowDown.healed(now.plusMillis(60));
            now = now.plusSeconds(1);
        }
        assertThat(slowDown.isFight()).isFalse();
    }

    @Test
    void
            one_that_comes_right_after_it_was_healed_pauses_longer_each_time_and_five_seconds_at_most() {
        var slowDown = SlowDown.NONE;
        var now = NOON;
        var pauses = new ArrayList<Long>();
        for (int round = 0; round < 6; round++) {
            slowDown = slowDown.healed(now).changed(now.plusMillis(50));
            pauses.add(Duration.between(now, slowDown.next()).toMillis());
            now = slowDown.next();
        }

        assertThat(pauses).containsExactly(1000L, 2000L, 4000L, 5000L, 5000L, 5000L);
    }

    @Test
    void changes_during_a_pause_neither_prolong_nor_end_it() {
        var slowDown = SlowDown.NONE.healed(NOON).changed(NOON.plusMillis(50));

        var later = slowDown.changed(NOON.plusMillis(100)).changed(NOON.plusMillis(900));

        assertThat(later.next()).isEqualTo(slowDown.next());
    }

    @Test
    void after_a_while_of_peace_it_starts_anew() {
        var fought = SlowDown.NONE.healed(NOON).changed(NOON).healed(NOON.plusSeconds(1));

        assertThat(fought.changed(NOON.plusSeconds(2)).isFight()).isFalse();
    }
}
