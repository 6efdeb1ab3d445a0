package io.dabbawala.rolloutanalyzer.canary;

import static io.dabbawala.rolloutanalyzer.canary.Attempt.INTERVAL;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PromotionTest {

    @Test
    void traffic_goes_back_when_the_primary_is_ready_and_then_it_is_over() {
        var attempt = Attempt.promoting(0);
        attempt.reports(Phase.PROMOTING, 60);
        attempt.look();
        assertThat(attempt.said()).isEqualTo("PROMOTE FINALISING 0");
        attempt.reports(Phase.FINALISING, 0);
        attempt.look();
        assertThat(attempt.said()).isEqualTo("PROMOTE SUCCEEDED 0");
        attempt.reports(Phase.SUCCEEDED, 0);

        attempt.lookAfter(Duration.ofHours(1));

        assertThat(attempt.said()).isEmpty();
    }

    @Test
    void the_canary_keeps_its_traffic_until_the_primary_is_ready() {
        var attempt = Attempt.promoting(0);
        attempt.readiness = new Readiness(true, false, false);
        attempt.reports(Phase.PROMOTING, 60);

        attempt.lookAfter(Duration.ofHours(1));

        assertThat(attempt.said()).isEmpty();
    }

    @Test
    void a_primary_that_never_gets_ready_leaves_everything_to_the_canary() {
        var attempt = Attempt.promoting(0);
        attempt.readiness = new Readiness(true, false, true);
        attempt.reports(Phase.PROMOTING, 60);

        attempt.look();

        assertThat(attempt.verdicts.getFirst().reason()).startsWith("PRIMARY_NOT_READY: ");
        assertThat(attempt.verdicts.getFirst().bringsEarlierBack()).isFalse();
        assertThat(attempt.said()).isEqualTo("ROLL_BACK FAILED 100");
    }

    @Test
    void a_deadline_missed_before_the_template_was_copied_is_not_the_primarys() {
        var attempt = Attempt.promoting(0);
        attempt.readiness = new Readiness(true, true, true);
        attempt.reports(Phase.PROGRESSING, 60);

        attempt.look();

        assertThat(attempt.said()).isEmpty();
    }

    @Test
    void traffic_goes_back_step_by_step_if_it_is_declared_so() {
        var attempt = Attempt.promoting(40);
        attempt.reports(Phase.PROMOTING, 60);

        attempt.lookAfter(INTERVAL.minusMillis(1));
        assertThat(attempt.said()).isEmpty();
        attempt.lookAfter(Duration.ofMillis(1));
        assertThat(attempt.said()).isEqualTo("PROMOTE PROMOTING 20");
        attempt.lookAfter(INTERVAL);
        assertThat(attempt.said()).isEmpty();
        attempt.reports(Phase.PROMOTING, 20);
        attempt.lookAfter(INTERVAL);
        assertThat(attempt.said()).isEqualTo("PROMOTE FINALISING 0");
    }

    @Test
    void a_step_back_that_is_not_brought_about_in_time_is_made_all_at_once() {
        var attempt = Attempt.promoting(40);
        attempt.reports(Phase.PROMOTING, 60);
        attempt.lookAfter(INTERVAL);
        assertThat(attempt.said()).isEqualTo("PROMOTE PROMOTING 20");

        attempt.lookAfter(Duration.ofSeconds(29));
        assertThat(attempt.said()).isEmpty();
        attempt.lookAfter(Duration.ofSeconds(1));

        assertThat(attempt.said()).isEqualTo("PROMOTE FINALISING 0");
    }

    @Test
    void what_is_not_finalised_is_asked_for_again() {
        var attempt = Attempt.promoting(0);
        attempt.reports(Phase.PROMOTING, 60);
        attempt.look();
        attempt.said();

        attempt.lookAfter(Duration.ofSeconds(30));

        assertThat(attempt.said()).isEqualTo("PROMOTE FINALISING 0");
    }
}
