package io.dabbawala.reconciler.rollout;

import static io.dabbawala.reconciler.rollout.Shop.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.dabbawala.reconciler.rollout.Verdict.Aim;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StandingTest {

    private static final Instant LATER = NOON.plusSeconds(10);
    private static final Release GOOD = release("d1", "good");
    private static final Release TRIAL = release("d2", "trial");
    private static final Readiness READY = new Readiness(true, true, false);

    @Test
    void a_verdict_raises_the_weight() {
        var standing = at(new Stage.Progressing(0)).judged(verdict(Aim.PROGRESSING, 30), LATER);

        assertThat(standing.stage()).isEqualTo(new Stage.Progressing(30));
    }

    @Test
    void a_verdict_that_comes_twice_changes_nothing() {
        var once = at(new Stage.Progressing(0)).judged(verdict(Aim.PROGRESSING, 30), LATER);

        assertThat(once.judged(verdict(Aim.PROGRESSING, 30), LATER.plusSeconds(1))).isEqualTo(once);
    }

    @Test
    void an_earlier_verdict_that_comes_late_does_not_lower_the_weight() {
        var standing = at(new Stage.Progressing(60));

        assertThat(standing.judged(verdict(Aim.PROGRESSING, 30), LATER)).isEqualTo(standing);
    }

    @Test
    void a_verdict_on_another_template_changes_nothing() {
        var standing = at(new Stage.Progressing(0));

        assertThat(standing.judged(new Verdict("other", "d2", Aim.FAILED, 0), LATER))
                .isEqualTo(standing);
    }

    @Test
    void a_verdict_on_another_delivery_changes_nothing() {
        var standing = at(new Stage.Progressing(0));

        assertThat(standing.judged(new Verdict("trial", "d1", Aim.FAILED, 0), LATER))
                .isEqualTo(standing);
    }

    @ParameterizedTest
    @EnumSource(
            value = Aim.class,
            names = {"FINALISING", "SUCCEEDED", "STAY"})
    void nothing_is_skipped_while_progressing(Aim aim) {
        var standing = at(new Stage.Progressing(60));

        assertThat(standing.judged(verdict(aim, 0), LATER)).isEqualTo(standing);
    }

    @ParameterizedTest
    @EnumSource(
            value = Aim.class,
            names = {"PROGRESSING", "PROMOTING", "SUCCEEDED", "STAY"})
    void promoting_goes_on_to_finalising_only(Aim aim) {
        var standing = at(new Stage.Promoting(60));

        assertThat(standing.judged(verdict(aim, 60), LATER)).isEqualTo(standing);
        assertThat(standing.judged(verdict(Aim.FINALISING, 0), LATER).stage())
                .isEqualTo(new Stage.Finalising());
    }

    @Test
    void what_was_tried_is_promoted_at_the_very_end() {
        var finalising = at(new Stage.Finalising());

        assertThat(finalising.promoted()).isEqualTo(GOOD);
        assertThat(finalising.judged(verdict(Aim.SUCCEEDED, 0), LATER).promoted()).isEqualTo(TRIAL);
    }

    @Test
    void promoting_keeps_the_weight_and_gives_the_primary_the_trial() {
        var standing = at(new Stage.Progressing(60)).judged(verdict(Aim.PROMOTING, 60), LATER);

        assertThat(standing.stage()).isEqualTo(new Stage.Promoting(60));
        assertThat(standing.inForce()).isEqualTo(TRIAL);
    }

    @Test
    void a_failure_gives_the_primary_back_what_was_promoted() {
        var standing = at(new Stage.Promoting(60)).judged(verdict(Aim.FAILED, 100), LATER);

        assertThat(standing.stage()).isEqualTo(new Stage.Failed(100));
        assertThat(standing.inForce()).isEqualTo(GOOD);
    }

    @ParameterizedTest
    @EnumSource(Aim.class)
    void what_has_ended_stays_ended(Aim aim) {
        var failed = at(new Stage.Failed(0));
        var succeeded = at(new Stage.Succeeded());

        assertThat(failed.judged(verdict(aim, 100), LATER)).isEqualTo(failed);
        assertThat(succeeded.judged(verdict(aim, 100), LATER)).isEqualTo(succeeded);
    }

    @Test
    void a_rollback_takes_all_traffic_from_the_canary() {
        assertThat(at(new Stage.Progressing(60)).rolledBack("trial", READY, LATER).stage())
                .isEqualTo(new Stage.Failed(0));
    }

    @Test
    void a_rollback_leaves_traffic_with_the_canary_while_the_primary_cannot_serve() {
        var broken = new Readiness(true, false, true);

        assertThat(at(new Stage.Promoting(60)).rolledBack("trial", broken, LATER).stage())
                .isEqualTo(new Stage.Failed(100));
        assertThat(at(new Stage.Progressing(60)).rolledBack("trial", broken, LATER).stage())
                .as("a primary that only had to be left alone")
                .isEqualTo(new Stage.Failed(0));
    }

    @Test
    void a_rollback_of_another_template_or_of_what_has_ended_changes_nothing() {
        var running = at(new Stage.Progressing(60));
        var ended = at(new Stage.Succeeded());

        assertThat(running.rolledBack("good", READY, LATER)).isEqualTo(running);
        assertThat(ended.rolledBack("trial", READY, LATER)).isEqualTo(ended);
    }

    @Test
    void another_template_starts_a_trial() {
        var next = release("d3", "next");

        var standing = at(new Stage.Succeeded()).synced(next, false, LATER);

        assertThat(standing.stage()).isEqualTo(new Stage.Progressing(0));
        assertThat(standing.current()).isEqualTo(next);
        assertThat(standing.promoted()).isEqualTo(GOOD);
    }

    @Test
    void the_promoted_template_starts_nothing_but_its_newest_revision_counts() {
        var newer = release("d3", "good");

        var standing = at(new Stage.Initialized()).synced(newer, false, LATER);

        assertThat(standing.stage()).isEqualTo(new Stage.Initialized());
        assertThat(standing.promoted()).isEqualTo(newer);
    }

    @Test
    void what_failed_is_not_tried_again_by_the_same_delivery_but_by_another() {
        var failed = at(new Stage.Failed(0));

        assertThat(failed.synced(TRIAL, false, LATER)).isEqualTo(failed);
        assertThat(failed.synced(release("d3", "trial"), false, LATER).stage())
                .isEqualTo(new Stage.Progressing(0));
    }

    @Test
    void another_template_begins_again_without_traffic() {
        var standing = at(new Stage.Progressing(60)).synced(release("d3", "next"), false, LATER);

        assertThat(standing.stage()).isEqualTo(new Stage.Progressing(0));
        assertThat(standing.since()).isEqualTo(LATER);
    }

    @Test
    void the_same_template_by_another_delivery_goes_on() {
        var standing = at(new Stage.Progressing(60)).synced(release("d3", "trial"), false, LATER);

        assertThat(standing.stage()).isEqualTo(new Stage.Progressing(60));
        assertThat(standing.since()).isEqualTo(NOON);
        assertThat(standing.current().delivery()).isEqualTo("d3");
    }

    @Test
    void the_promoted_template_ends_a_trial_as_failed_if_it_came_by_a_rollback() {
        var standing = at(new Stage.Progressing(60));

        assertThat(standing.synced(release("d2", "good"), true, LATER).stage())
                .isEqualTo(new Stage.Failed(0));
        assertThat(standing.synced(release("d3", "good"), false, LATER).stage())
                .isEqualTo(new Stage.Initialized());
    }

    @Test
    void a_promotion_is_finished_first_but_nobody_meets_what_came_meanwhile() {
        var standing = at(new Stage.Promoting(60)).synced(release("d3", "next"), false, LATER);

        assertThat(standing.stage()).isEqualTo(new Stage.Promoting(0));
        assertThat(standing.current()).isEqualTo(TRIAL);
    }

    @Test
    void the_primary_is_made_from_the_newest_while_it_is_not_ready() {
        var standing = at(new Stage.Initializing()).synced(release("d3", "next"), false, LATER);

        assertThat(standing.stage()).isEqualTo(new Stage.Initializing());
        assertThat(standing.inForce().template()).isEqualTo("next");
        assertThat(standing.since()).isEqualTo(LATER);
    }

    @Test
    void it_is_initialized_once_the_primary_is_ready() {
        var notReady = new Readiness(true, false, false);

        assertThat(at(new Stage.Initializing()).settled(READY, LATER).stage())
                .isEqualTo(new Stage.Initialized());
        assertThat(at(new Stage.Initializing()).settled(notReady, LATER).stage())
                .isEqualTo(new Stage.Initializing());
    }

    @Test
    void traffic_comes_back_to_the_primary_once_it_can_serve_again() {
        var notReady = new Readiness(true, false, false);

        assertThat(at(new Stage.Failed(100)).settled(READY, LATER).stage())
                .isEqualTo(new Stage.Failed(0));
        assertThat(at(new Stage.Failed(100)).settled(notReady, LATER).stage())
                .isEqualTo(new Stage.Failed(100));
    }

    private static Standing at(Stage stage) {
        return new Standing("argocd/checkout", stage, NOON, TRIAL, GOOD);
    }

    private static Verdict verdict(Aim aim, int weight) {
        return new Verdict("trial", "d2", aim, weight);
    }

    private static Release release(String delivery, String template) {
        return new Release(delivery, "r-" + delivery, "sha256:" + template, template, Map.of());
    }
}
