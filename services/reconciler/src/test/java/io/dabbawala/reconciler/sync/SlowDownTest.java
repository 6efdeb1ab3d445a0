package io.dabbawala.reconciler.sync;

import static io.dabbawala.reconciler.plan.Fixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import org.junit.jupiter.api.Test;

class SlowDownTest {

    @Test
    void heals_at_once_then_after_2_6_18_seconds_and_never_later_than_300() {
        var slowDown = SlowDown.NONE;
        var pauses = new ArrayList<Long>();
        for (int i = 0; i < 8; i++) {
            pauses.add(NOON.until(slowDown.next(NOON)).toSeconds());
            slowDown = slowDown.again(NOON);
        }

        assertThat(pauses).containsExactly(0L, 2L, 6L, 18L, 54L, 162L, 300L, 300L);
    }

    @Test
    void after_a_while_of_peace_it_starts_anew() {
        var tired = SlowDown.NONE.again(NOON).again(NOON).again(NOON);

        assertThat(tired.next(NOON.plusSeconds(331))).isEqualTo(NOON.plusSeconds(331));
        assertThat(tired.next(NOON.plusSeconds(10))).isEqualTo(NOON.plusSeconds(18));
        assertThat(tired.again(NOON.plusSeconds(331)).times()).isEqualTo(1);
    }
}
