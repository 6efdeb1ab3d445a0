package io.dabbawala.rolloutanalyzer.canary;

import static io.dabbawala.rolloutanalyzer.canary.Attempt.BAD;
import static io.dabbawala.rolloutanalyzer.canary.Attempt.INTERVAL;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RolloutTest {

    @Test
    void a_report_older_than_the_last_one_is_none() {
        var attempt = Attempt.atFirstWeight();
        var before = attempt.rollout;
        attempt.now = Attempt.NOON.minusMillis(1);

        attempt.reports(Phase.SUCCEEDED, 0);

        assertThat(attempt.rollout).isSameAs(before);
    }

    @Test
    void the_same_report_twice_changes_nothing() {
        var attempt = Attempt.atFirstWeight();
        var before = attempt.rollout;

        attempt.reports(Phase.PROGRESSING, 30);

        assertThat(attempt.rollout).isEqualTo(before);
    }

    @Test
    void another_template_starts_anew_with_nothing_counted() {
        var attempt = Attempt.atFirstWeight();
        attempt.found = BAD;
        attempt.lookAfter(INTERVAL);

        attempt.subject = template("template-2", "delivery-2");
        attempt.reports(Phase.PROGRESSING, 0);

        assertThat(attempt.rollout.tally()).isEqualTo(Tally.NONE);
        assertThat(attempt.rollout.stage()).isEqualTo(new Stage.Progressing(0));
        assertThat(attempt.rollout.said()).isNull();
    }

    @Test
    void what_was_rolled_back_is_not_tried_again_by_the_same_delivery() {
        var attempt = rolledBack();

        attempt.reports(Phase.PROGRESSING, 0);
        attempt.lookAfter(INTERVAL);

        assertThat(attempt.rollout.stage()).isEqualTo(new Stage.RolledBack());
        assertThat(attempt.said()).isEmpty();
    }

    @Test
    void another_delivery_of_the_same_template_is_another_attempt() {
        var attempt = rolledBack();
        attempt.subject = template("template-1", "delivery-2");

        attempt.reports(Phase.PROGRESSING, 0);
        attempt.look();

        assertThat(attempt.said()).isEqualTo("PROMOTE PROGRESSING 30");
    }

    @Test
    void another_delivery_of_the_template_under_way_goes_on() {
        var attempt = Attempt.atFirstWeight();
        attempt.subject = template("template-1", "delivery-2");

        attempt.reports(Phase.PROGRESSING, 30);

        assertThat(attempt.rollout.stage()).isEqualTo(new Stage.Progressing(30));
        assertThat(attempt.rollout.said()).isNotNull();
    }

    @Test
    void a_rollback_is_asked_for_until_it_happened() {
        var attempt = rolledBack();
        attempt.lookAfter(Duration.ofSeconds(30));
        assertThat(attempt.said()).isEqualTo("ROLL_BACK FAILED 0");

        attempt.reports(Phase.FAILED, 0);
        attempt.lookAfter(Duration.ofSeconds(30));

        assertThat(attempt.said()).isEmpty();
    }

    @Test
    void a_rollback_is_never_asked_of_the_template_that_comes_next() {
        var attempt = rolledBack();
        attempt.subject = template("template-2", "delivery-2");
        attempt.reports(Phase.WAITING, 0);

        attempt.lookAfter(Duration.ofHours(1));

        assertThat(attempt.said()).isEmpty();
        assertThat(attempt.rollout.stage()).isEqualTo(new Stage.Idle());
    }

    @Test
    void a_promotion_that_is_seen_first_is_taken_to_its_end() {
        var attempt = Attempt.steps();
        attempt.rollout = Rollout.firstSeen(attempt.progress(Phase.PROMOTING, 60), attempt.now);

        attempt.look();

        assertThat(attempt.said()).isEqualTo("PROMOTE FINALISING 0");
    }

    @Test
    void a_rollout_seen_first_with_traffic_is_judged_by_a_whole_interval() {
        var attempt = Attempt.steps();
        attempt.rollout = Rollout.firstSeen(attempt.progress(Phase.PROGRESSING, 30), attempt.now);

        attempt.lookAfter(INTERVAL.minusMillis(1));
        assertThat(attempt.said()).isEmpty();
        attempt.lookAfter(Duration.ofMillis(1));
        assertThat(attempt.said()).isEqualTo("PROMOTE PROGRESSING 60");
    }

    @Test
    void a_pause_stops_everything_until_it_is_resumed() {
        var attempt = Attempt.atFirstWeight();
        attempt.wishes(new Wish.Pause());
        attempt.lookAfter(Duration.ofHours(1));
        assertThat(attempt.said()).isEmpty();

        attempt.wishes(new Wish.Resume());
        attempt.look();

        assertThat(attempt.said()).isEqualTo("PROMOTE PROGRESSING 60");
    }

    @Test
    void a_person_promotes_once_and_rolls_back_once() {
        var attempt = Attempt.atFirstWeight();
        attempt.wishes(new Wish.Promote("COMMANDED: by asha"));
        attempt.wishes(new Wish.Promote("COMMANDED: by asha"));
        assertThat(attempt.verdicts).hasSize(1);
        assertThat(attempt.said()).isEqualTo("PROMOTE PROMOTING 30");

        attempt.wishes(new Wish.RollBack("COMMANDED: by asha"));
        attempt.wishes(new Wish.RollBack("COMMANDED: by asha"));

        assertThat(attempt.verdicts).hasSize(1);
        assertThat(attempt.said()).isEqualTo("ROLL_BACK FAILED 0");
    }

    private static Attempt rolledBack() {
        var attempt = Attempt.atFirstWeight();
        attempt.wishes(new Wish.RollBack("COMMANDED: by asha"));
        attempt.said();
        return attempt;
    }

    private static Subject template(String template, String delivery) {
        return new Subject("shop/checkout", "argocd/checkout", delivery, template);
    }
}
