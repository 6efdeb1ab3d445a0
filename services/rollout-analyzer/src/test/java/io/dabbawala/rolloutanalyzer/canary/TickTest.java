package io.dabbawala.rolloutanalyzer.canary;

import static io.dabbawala.rolloutanalyzer.canary.Attempt.BAD;
import static io.dabbawala.rolloutanalyzer.canary.Attempt.GOOD;
import static io.dabbawala.rolloutanalyzer.canary.Attempt.INTERVAL;
import static io.dabbawala.rolloutanalyzer.canary.Attempt.MAX_BLIND;
import static io.dabbawala.rolloutanalyzer.canary.Attempt.TOO_FEW;
import static org.assertj.core.api.Assertions.assertThat;

import io.dabbawala.rolloutanalyzer.judge.Classification;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TickTest {

    private static final Duration A_MOMENT = Duration.ofMillis(1);

    @Test
    void a_ready_canary_without_traffic_gets_its_first_weight_at_once() {
        var attempt = Attempt.steps();

        attempt.look();

        assertThat(attempt.said()).isEqualTo("PROMOTE PROGRESSING 30");
    }

    @Test
    void a_canary_that_is_not_ready_is_waited_for() {
        var attempt = Attempt.steps();
        attempt.readiness = new Readiness(false, true, false);
        attempt.reports(Phase.PROGRESSING, 0);

        attempt.lookAfter(Duration.ofHours(1));

        assertThat(attempt.said()).isEmpty();
        assertThat(attempt.rollout.tally().failedChecks()).isZero();
    }

    @Test
    void a_canary_that_misses_its_deadline_is_rolled_back() {
        var attempt = Attempt.atFirstWeight();
        attempt.readiness = new Readiness(false, true, true);
        attempt.reports(Phase.PROGRESSING, 30);

        attempt.look();

        assertThat(attempt.verdicts.getFirst().reason()).startsWith("PROGRESS_DEADLINE_EXCEEDED: ");
        assertThat(attempt.said()).isEqualTo("ROLL_BACK FAILED 0");
    }

    @Test
    void the_weight_is_judged_for_a_whole_interval_from_when_it_was_written() {
        var attempt = Attempt.atFirstWeight();

        attempt.lookAfter(INTERVAL.minus(A_MOMENT));
        assertThat(attempt.said()).isEmpty();

        attempt.lookAfter(A_MOMENT);
        assertThat(attempt.said()).isEqualTo("PROMOTE PROGRESSING 60");
    }

    @Test
    void nothing_is_judged_while_the_weight_is_not_written() {
        var attempt = Attempt.steps();
        attempt.look();
        attempt.said();

        attempt.lookAfter(Duration.ofSeconds(29));
        assertThat(attempt.said()).isEmpty();

        attempt.lookAfter(Duration.ofSeconds(1));
        assertThat(attempt.said()).isEqualTo("PROMOTE PROGRESSING 30");
    }

    @Test
    void what_is_asked_again_is_the_same_verdict() {
        var attempt = Attempt.steps();
        attempt.look();
        attempt.lookAfter(Duration.ofSeconds(30));

        assertThat(attempt.verdicts).hasSize(2);
        assertThat(attempt.verdicts.get(1).step()).isEqualTo(attempt.verdicts.get(0).step());
    }

    @Test
    void failed_checks_roll_back_at_the_tick_after_the_threshold() {
        var attempt = Attempt.atFirstWeight();
        attempt.found = BAD;

        attempt.lookAfter(INTERVAL);
        assertThat(attempt.said()).isEqualTo("HOLD PROGRESSING 30");
        attempt.lookAfter(INTERVAL);
        assertThat(attempt.said()).isEqualTo("HOLD PROGRESSING 30");
        attempt.lookAfter(INTERVAL);
        assertThat(attempt.said()).isEqualTo("ROLL_BACK FAILED 0");
    }

    @Test
    void a_failed_check_is_never_forgiven_and_one_below_the_threshold_does_not_roll_back() {
        var attempt = Attempt.atFirstWeight();
        attempt.found = BAD;
        attempt.lookAfter(INTERVAL);
        attempt.found = GOOD;
        attempt.lookAfter(INTERVAL);
        assertThat(attempt.said()).isEqualTo("PROMOTE PROGRESSING 60");
        attempt.reports(Phase.PROGRESSING, 60);
        attempt.found = BAD;

        attempt.lookAfter(INTERVAL);
        attempt.lookAfter(INTERVAL);

        assertThat(attempt.said()).isEqualTo("ROLL_BACK FAILED 0");
    }

    static List<Classification> noValues() {
        return List.of(
                new Classification.NoData("no values found"),
                new Classification.Stale("old"),
                new Classification.ProviderError("nobody"),
                new Classification.Malformed("nonsense"));
    }

    @ParameterizedTest
    @MethodSource("noValues")
    void whatever_is_no_value_is_a_failed_check(Classification found) {
        var attempt = Attempt.atFirstWeight();
        attempt.found = found;

        attempt.lookAfter(INTERVAL);

        assertThat(attempt.said()).isEqualTo("HOLD PROGRESSING 30");
        assertThat(attempt.rollout.tally().failedChecks()).isEqualTo(1);
    }

    @Test
    void too_few_samples_hold_and_are_a_failed_check_after_the_bound() {
        var attempt = Attempt.atFirstWeight();
        attempt.found = TOO_FEW;

        attempt.lookAfter(INTERVAL);
        attempt.lookAfter(MAX_BLIND.minus(A_MOMENT));
        assertThat(attempt.said()).isEqualTo("HOLD PROGRESSING 30");
        assertThat(attempt.rollout.tally().failedChecks()).isZero();

        attempt.lookAfter(INTERVAL);
        assertThat(attempt.rollout.tally().failedChecks()).isEqualTo(1);
    }

    @Test
    void the_bound_begins_anew_once_there_was_a_value() {
        var attempt = Attempt.atFirstWeight();
        attempt.found = TOO_FEW;
        attempt.lookAfter(INTERVAL);
        attempt.found = GOOD;
        attempt.lookAfter(INTERVAL);
        attempt.reports(Phase.PROGRESSING, 60);
        attempt.found = TOO_FEW;

        attempt.lookAfter(MAX_BLIND);

        assertThat(attempt.rollout.tally().failedChecks()).isZero();
    }

    @Test
    void without_metrics_nothing_advances() {
        var attempt = Attempt.atFirstWeight();
        attempt.spec = Attempt.spec(attempt.spec.strategy(), 0, List.of());

        attempt.lookAfter(INTERVAL);

        assertThat(attempt.verdicts.getFirst().reason()).startsWith("NO_METRICS: ");
        assertThat(attempt.said()).isEqualTo("HOLD PROGRESSING 30");
    }

    @Test
    void without_steps_it_is_said_once_why_nothing_advances() {
        var attempt = new Attempt(new Strategy.Progressive(new Weights(0, List.of(), 0)));

        attempt.look();
        attempt.lookAfter(INTERVAL);

        assertThat(attempt.verdicts).hasSize(1);
        assertThat(attempt.verdicts.getFirst().reason()).startsWith("NO_STEPS: ");
    }

    @Test
    void what_cannot_be_honoured_holds_until_a_person_promotes() {
        var attempt = new Attempt(new Strategy.Unsupported("UNSUPPORTED: webhook gate"));
        attempt.look();
        attempt.lookAfter(INTERVAL);
        assertThat(attempt.verdicts).hasSize(1);
        assertThat(attempt.said()).isEqualTo("HOLD PROGRESSING 0");

        attempt.wishes(new Wish.Promote("COMMANDED: by asha"));

        assertThat(attempt.said()).isEqualTo("PROMOTE PROMOTING 0");
    }

    @Test
    void skipping_the_analysis_still_waits_for_the_canary() {
        var attempt = new Attempt(new Strategy.Skipped());
        attempt.readiness = new Readiness(false, true, false);
        attempt.reports(Phase.PROGRESSING, 0);
        attempt.look();
        assertThat(attempt.said()).isEmpty();

        attempt.readiness = new Readiness(true, true, false);
        attempt.reports(Phase.PROGRESSING, 0);
        attempt.look();

        assertThat(attempt.said()).isEqualTo("PROMOTE PROMOTING 0");
    }

    @Test
    void suspended_means_nothing_at_all() {
        var attempt = new Attempt(new Strategy.Suspended());
        attempt.readiness = new Readiness(false, false, true);
        attempt.reports(Phase.PROGRESSING, 0);

        attempt.lookAfter(INTERVAL);

        assertThat(attempt.said()).isEmpty();
    }

    @Test
    void blue_green_iterates_without_users_and_moves_them_once_before_promotion() {
        var attempt = new Attempt(new Strategy.BlueGreen(2, 100));

        attempt.look();
        assertThat(attempt.said()).isEqualTo("PROMOTE PROGRESSING 0");
        attempt.lookAfter(INTERVAL);
        assertThat(attempt.said()).isEqualTo("PROMOTE PROGRESSING 0");
        attempt.lookAfter(INTERVAL);
        assertThat(attempt.said()).isEqualTo("PROMOTE PROGRESSING 100");
        attempt.reports(Phase.PROGRESSING, 100);
        attempt.lookAfter(INTERVAL);
        assertThat(attempt.said()).isEqualTo("PROMOTE PROMOTING 100");
    }

    @Test
    void blue_green_does_not_iterate_on_what_is_no_value() {
        var attempt = new Attempt(new Strategy.BlueGreen(1, 0));
        attempt.look();
        attempt.said();
        attempt.found = new Classification.NoData("no values found");

        attempt.lookAfter(INTERVAL);

        assertThat(attempt.said()).isEqualTo("HOLD PROGRESSING 0");
        assertThat(attempt.rollout.tally().iteration()).isEqualTo(1);
    }
}
