package io.dabbawala.rolloutanalyzer.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.dabbawala.events.RolloutPhase;
import io.dabbawala.events.Topics;
import io.dabbawala.events.Track;
import io.dabbawala.rolloutanalyzer.kafka.Story.Traffic;
import java.time.Duration;
import java.util.Optional;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class InputsTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final byte[] NONSENSE = {0, 1, 2, 3, 4, 5, 6};

    private final Story story = Story.of(CanaryJson.STEPS);

    @AfterEach
    void end() {
        story.close();
    }

    @Test
    void a_report_twice_is_answered_once() {
        var report = story.report(RolloutPhase.PROGRESSING, 0, story.wire.now());
        story.reports(report);
        story.serves(Traffic.NONE, Duration.ofSeconds(1));
        story.reports(report);
        story.serves(Traffic.NONE, Duration.ofSeconds(5));

        assertThat(story.words()).containsExactly("PROMOTE PROGRESSING 30");
    }

    @Test
    void a_report_that_comes_late_changes_nothing() {
        var late = story.report(RolloutPhase.SUCCEEDED, 0, Wire.NOON);
        story.wire.passes(Duration.ofSeconds(1));
        story.reports(RolloutPhase.PROGRESSING, 0);
        story.reports(late);

        story.serves(Traffic.NONE, Duration.ofSeconds(1));

        assertThat(story.words()).containsExactly("PROMOTE PROGRESSING 30");
    }

    @Test
    void a_report_that_nobody_can_read_is_kept_once_and_the_stream_goes_on() {
        story.wire.send(Topics.ROLLOUT_PROGRESS, Story.ROLLOUT, NONSENSE);
        story.wire.send(
                Topics.ROLLOUT_PROGRESS, Story.ROLLOUT, Optional.empty(), new RecordHeaders());
        story.reports(RolloutPhase.PROGRESSING, 0);

        story.serves(Traffic.NONE, Duration.ofSeconds(1));

        assertThat(story.wire.deadLetters.letters()).hasSize(1);
        assertThat(story.words()).hasSize(1);
    }

    @Test
    void a_report_under_another_rollouts_key_is_kept_as_a_dead_letter() {
        var report = story.report(RolloutPhase.PROGRESSING, 0, story.wire.now());
        story.wire.send(Topics.ROLLOUT_PROGRESS, "shop/web", report, new RecordHeaders());
        story.serves(Traffic.NONE, Duration.ofSeconds(1));

        assertThat(story.wire.deadLetters.letters()).hasSize(1);
        assertThat(story.words()).isEmpty();
    }

    @Test
    void samples_twice_are_counted_once() {
        story.reports(RolloutPhase.PROGRESSING, 0);
        story.goesOn(Traffic.NONE, Duration.ofSeconds(1));
        for (int i = 0; i < 10; i++) {
            var sample = story.sample(Track.CANARY, Traffic.GOOD, story.wire.now());
            story.samples(sample);
            story.samples(sample);
            story.serves(Traffic.NONE, Duration.ofSeconds(1));
        }

        assertThat(story.verdicts.getLast().getEvidence().getFirst().getSamples()).isEqualTo(300);
    }

    @Test
    void samples_in_any_order_are_the_same_window() {
        story.reports(RolloutPhase.PROGRESSING, 0);
        story.goesOn(Traffic.NONE, Duration.ofSeconds(1));
        for (int i = 9; i >= 0; i--) {
            story.samples(
                    story.sample(Track.CANARY, Traffic.GOOD, story.wire.now().plusSeconds(i)));
        }
        story.serves(Traffic.NONE, Duration.ofSeconds(10));

        assertThat(story.words().getLast()).isEqualTo("PROMOTE PROGRESSING 60");
    }

    @Test
    void samples_that_come_late_do_not_promote_what_was_silent() {
        story.reports(RolloutPhase.PROGRESSING, 0);
        story.goesOn(Traffic.NONE, MINUTE);
        assertThat(story.words().getLast()).isEqualTo("ROLL_BACK FAILED 0");

        for (int i = 0; i < 60; i++) {
            story.samples(
                    story.sample(Track.CANARY, Traffic.GOOD, story.wire.now().minusSeconds(i)));
        }
        story.goesOn(Traffic.NONE, MINUTE);

        assertThat(story.words().getLast()).isEqualTo("ROLL_BACK FAILED 0");
    }

    @Test
    void samples_of_the_primary_say_nothing_about_the_canary() {
        story.reports(RolloutPhase.PROGRESSING, 0);
        story.goesOn(Traffic.NONE, Duration.ofSeconds(1));
        for (int i = 0; i < 11; i++) {
            story.samples(story.sample(Track.PRIMARY, Traffic.GOOD, story.wire.now()));
            story.serves(Traffic.NONE, Duration.ofSeconds(1));
        }

        assertThat(story.verdicts.getLast().getReason()).startsWith("NO_DATA: ");
    }

    @Test
    void samples_of_an_earlier_canary_say_nothing_about_this_one() {
        var lookingBack = CanaryJson.STEPS.replace("},\"interval\":\"10s\"}", "}}");
        story.declares("Canary", "shop", "checkout", "flagger.app/v1beta1", lookingBack);
        story.serves(Traffic.GOOD, MINUTE);
        story.reports(RolloutPhase.PROGRESSING, 30);

        story.serves(Traffic.NONE, Duration.ofSeconds(11));

        assertThat(story.words()).containsExactly("HOLD PROGRESSING 30");
    }

    @Test
    void a_sample_that_cannot_be_true_is_a_failed_check() {
        story.reports(RolloutPhase.PROGRESSING, 0);
        story.goesOn(Traffic.GOOD, Duration.ofSeconds(5));
        var impossible = story.sample(Track.CANARY, Traffic.GOOD, story.wire.now());
        impossible.setPod("other");
        impossible.setFailed(31);
        story.samples(impossible);

        story.goesOn(Traffic.GOOD, Duration.ofSeconds(7));

        assertThat(story.verdicts.getLast().getReason()).startsWith("MALFORMED: ");
    }

    @Test
    void a_sample_that_can_be_nobodys_is_kept_as_a_dead_letter() {
        var elsewhere = story.sample(Track.CANARY, Traffic.GOOD, story.wire.now());
        elsewhere.setRollout("shop/web");
        story.samples(elsewhere);
        var strange = story.sample(Track.CANARY, Traffic.GOOD, story.wire.now());
        strange.setPod("a|b");
        story.samples(strange);
        story.samples(
                story.sample(
                        Track.CANARY, Traffic.GOOD, story.wire.now().plus(Duration.ofMinutes(6))));
        story.wire.send(Topics.METRIC_SAMPLES, Story.ROLLOUT, NONSENSE);

        assertThat(story.wire.deadLetters.letters()).hasSize(4);
    }

    @Test
    void a_clock_five_minutes_ahead_is_no_dead_letter() {
        story.samples(
                story.sample(
                        Track.CANARY, Traffic.GOOD, story.wire.now().plus(Duration.ofMinutes(5))));

        assertThat(story.wire.deadLetters.letters()).isEmpty();
    }

    @Test
    void without_a_canary_a_rollout_is_held_and_says_so_once() {
        story.wire.send(
                Topics.DECLARATIONS, "Canary/shop/checkout", Optional.empty(), new RecordHeaders());
        story.reports(RolloutPhase.PROGRESSING, 0);

        story.goesOn(Traffic.GOOD, Duration.ofMinutes(5));

        assertThat(story.words()).containsExactly("HOLD PROGRESSING 0");
        assertThat(story.verdicts.getFirst().getReason())
                .isEqualTo("NO_CANARY: no Canary is declared for shop/checkout");
    }

    @Test
    void a_declaration_that_nobody_can_read_holds_and_a_readable_one_lets_it_go_on() {
        story.wire.send(Topics.DECLARATIONS, "Canary/shop/checkout", NONSENSE);
        story.reports(RolloutPhase.PROGRESSING, 0);
        story.goesOn(Traffic.GOOD, MINUTE);
        assertThat(story.words()).containsExactly("HOLD PROGRESSING 0");
        assertThat(story.verdicts.getFirst().getReason()).startsWith("UNREADABLE: ");
        assertThat(story.wire.deadLetters.letters()).hasSize(1);

        story.declares("Canary", "shop", "checkout", "flagger.app/v1beta1", CanaryJson.STEPS);
        story.goesOn(Traffic.GOOD, Duration.ofMinutes(2));

        assertThat(story.words().getLast()).isEqualTo("PROMOTE SUCCEEDED 0");
    }

    @Test
    void two_canaries_for_one_workload_hold() {
        story.declares("Canary", "shop", "other", "flagger.app/v1beta1", CanaryJson.STEPS);
        story.reports(RolloutPhase.PROGRESSING, 0);

        story.goesOn(Traffic.GOOD, MINUTE);

        assertThat(story.verdicts.getLast().getReason()).startsWith("AMBIGUOUS: ");
        assertThat(story.words()).containsExactly("HOLD PROGRESSING 0");
    }

    @Test
    void declarations_of_other_kinds_are_not_even_read() {
        story.wire.send(Topics.DECLARATIONS, "AppProject/argocd/shop", NONSENSE);

        assertThat(story.wire.deadLetters.letters()).isEmpty();
    }
}
