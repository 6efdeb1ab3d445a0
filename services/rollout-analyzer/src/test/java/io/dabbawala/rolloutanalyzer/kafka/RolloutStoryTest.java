package io.dabbawala.rolloutanalyzer.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.dabbawala.events.RolloutPhase;
import io.dabbawala.events.RolloutVerdict;
import io.dabbawala.rolloutanalyzer.kafka.Story.Traffic;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RolloutStoryTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final Story story = Story.of(CanaryJson.STEPS);

    @AfterEach
    void end() {
        story.close();
    }

    @Test
    void a_good_canary_is_promoted_step_by_step_within_a_minute() {
        story.reports(RolloutPhase.PROGRESSING, 0);

        story.goesOn(Traffic.GOOD, MINUTE);

        assertThat(story.words())
                .containsExactly(
                        "PROMOTE PROGRESSING 30",
                        "PROMOTE PROGRESSING 60",
                        "PROMOTE PROMOTING 60",
                        "PROMOTE FINALISING 0",
                        "PROMOTE SUCCEEDED 0");
        assertThat(story.rollbacks).isEmpty();
    }

    @Test
    void the_first_weight_follows_the_report_within_a_second() {
        story.reports(RolloutPhase.PROGRESSING, 0);

        story.serves(Traffic.NONE, Duration.ofSeconds(1));

        assertThat(story.words()).containsExactly("PROMOTE PROGRESSING 30");
    }

    @Test
    void a_canary_with_errors_is_rolled_back_within_half_a_minute_of_its_first_weight() {
        story.reports(RolloutPhase.PROGRESSING, 0);
        story.goesOn(Traffic.BAD, Duration.ofSeconds(1));

        story.goesOn(Traffic.BAD, Duration.ofSeconds(31));

        assertThat(story.words())
                .containsExactly(
                        "PROMOTE PROGRESSING 30",
                        "HOLD PROGRESSING 30",
                        "HOLD PROGRESSING 30",
                        "ROLL_BACK FAILED 0");
        var rollback = story.rollbacks.getFirst();
        assertThat(story.rollbacks).hasSize(1);
        assertThat(rollback.getApplication()).isEqualTo(Story.APPLICATION);
        assertThat(rollback.getFromRevision()).isEqualTo("bad");
        assertThat(rollback.getToRevision()).isEqualTo("good");
        assertThat(rollback.getReason())
                .isEqualTo(
                        "CHECKS_FAILED: 2 of 2, last CHECK_FAILED: request-success-rate is 80.00,"
                                + " below 99.0 (300 requests in 10s)");
        assertThat(rollback.getEvidence().getFirst().getValue()).isEqualTo(80.0);
    }

    @Test
    void a_slow_canary_is_rolled_back() {
        story.reports(RolloutPhase.PROGRESSING, 0);

        story.goesOn(Traffic.SLOW, MINUTE);

        assertThat(story.words())
                .contains("ROLL_BACK FAILED 0")
                .doesNotContain("PROMOTE PROGRESSING 60");
    }

    @Test
    void silence_is_noticed_and_rolls_back() {
        story.reports(RolloutPhase.PROGRESSING, 0);

        story.goesOn(Traffic.NONE, MINUTE);

        assertThat(story.words())
                .containsExactly(
                        "PROMOTE PROGRESSING 30",
                        "HOLD PROGRESSING 30",
                        "HOLD PROGRESSING 30",
                        "ROLL_BACK FAILED 0");
        assertThat(story.verdicts.get(1).getReason()).startsWith("NO_DATA: ");
        assertThat(story.rollbacks).hasSize(1);
    }

    @Test
    void too_few_requests_hold_and_roll_back_after_a_bounded_time() {
        story.reports(RolloutPhase.PROGRESSING, 0);

        story.goesOn(Traffic.LITTLE, MINUTE);

        assertThat(story.verdicts.getLast().getVerdict()).isEqualTo(RolloutVerdict.HOLD);
        assertThat(story.verdicts.getLast().getFailedChecks()).isZero();
        assertThat(story.verdicts.getLast().getReason())
                .isEqualTo("TOO_FEW: request-duration: 10 of 50 requests, 40 missing");

        story.goesOn(Traffic.LITTLE, MINUTE);

        assertThat(story.words().getLast()).isEqualTo("ROLL_BACK FAILED 0");
    }
}
