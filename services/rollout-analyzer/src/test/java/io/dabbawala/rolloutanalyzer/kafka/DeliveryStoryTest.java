package io.dabbawala.rolloutanalyzer.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.dabbawala.events.RolloutJudged;
import io.dabbawala.events.RolloutPhase;
import io.dabbawala.events.Topics;
import io.dabbawala.rolloutanalyzer.kafka.Story.Traffic;
import java.time.Duration;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DeliveryStoryTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final Story story = Story.of(CanaryJson.STEPS);

    @AfterEach
    void end() {
        story.close();
    }

    @Test
    void the_same_delivery_is_rolled_back_once_whatever_is_reported_afterwards() {
        story.reports(RolloutPhase.PROGRESSING, 0);
        story.goesOn(Traffic.BAD, MINUTE);
        story.reports(RolloutPhase.PROGRESSING, 0);
        story.goesOn(Traffic.BAD, Duration.ofMinutes(3));

        assertThat(story.rollbacks).hasSize(1);
    }

    @Test
    void a_second_delivery_of_the_same_template_is_judged_again() {
        story.reports(RolloutPhase.PROGRESSING, 0);
        story.goesOn(Traffic.BAD, MINUTE);
        story.delivers("two", "sha256:new");
        story.reports(RolloutPhase.PROGRESSING, 0);

        story.goesOn(Traffic.BAD, MINUTE);

        assertThat(story.rollbacks)
                .extracting(it -> it.getDelivery())
                .containsExactly(Story.delivery("one"), Story.delivery("two"));
    }

    @Test
    void another_template_in_mid_course_begins_at_the_first_weight() {
        story.reports(RolloutPhase.PROGRESSING, 0);
        story.goesOn(Traffic.BAD, Duration.ofSeconds(12));
        story.delivers("two", "sha256:mended");
        story.reports(RolloutPhase.PROGRESSING, 0);
        story.verdicts.clear();

        story.goesOn(Traffic.GOOD, MINUTE);

        assertThat(story.words().getFirst()).isEqualTo("PROMOTE PROGRESSING 30");
        assertThat(story.words().getLast()).isEqualTo("PROMOTE SUCCEEDED 0");
    }

    @Test
    void a_primary_that_does_not_come_up_issues_no_rollback() {
        story.reports(RolloutPhase.PROGRESSING, 0);
        story.goesOn(Traffic.GOOD, Duration.ofSeconds(15));
        story.primaryIsReady(false);
        story.goesOn(Traffic.GOOD, Duration.ofSeconds(10));
        var report = story.report(RolloutPhase.PROMOTING, 60, story.wire.now());
        report.setDeadlineExceeded(true);
        story.reports(report);

        story.goesOn(Traffic.GOOD, MINUTE);

        assertThat(story.words().getLast()).isEqualTo("ROLL_BACK FAILED 100");
        assertThat(story.rollbacks).isEmpty();
    }

    @Test
    void with_nothing_promoted_yet_there_is_nothing_to_bring_back() {
        var report = story.report(RolloutPhase.PROGRESSING, 0, story.wire.now());
        report.setPromotedRevision("");
        report.setDeadlineExceeded(true);
        story.reports(report);

        story.goesOn(Traffic.NONE, Duration.ofSeconds(1));

        assertThat(story.words()).containsExactly("ROLL_BACK FAILED 0");
        assertThat(story.rollbacks).isEmpty();
    }

    @Test
    void a_verdict_carries_its_delivery_and_what_is_asked_again_is_the_same_event() {
        story.reports(RolloutPhase.PROGRESSING, 0);
        story.wire.passes(Duration.ofSeconds(31));

        var said = story.wire.said(Topics.ROLLOUT_VERDICTS);

        assertThat(said).hasSize(2);
        assertThat(header(said.get(0), "delivery")).isEqualTo(Story.delivery("one"));
        assertThat(header(said.get(1), "ce_id")).isEqualTo(header(said.get(0), "ce_id"));
        assertThat(header(said.get(0), "ce_type")).isEqualTo("io.dabbawala.RolloutJudged");
        assertThat(said.get(0).key()).isEqualTo(Story.ROLLOUT);
    }

    @Test
    void every_verdict_of_an_attempt_is_an_event_of_its_own() {
        story.reports(RolloutPhase.PROGRESSING, 0);
        story.wire.passes(Duration.ofSeconds(1));
        story.reports(RolloutPhase.PROGRESSING, 30);
        story.wire.passes(Duration.ofSeconds(25));

        var said = story.wire.said(Topics.ROLLOUT_VERDICTS);

        assertThat(said).hasSize(3).extracting(it -> header(it, "ce_id")).doesNotHaveDuplicates();
        var last =
                story.wire.decode(
                        Topics.ROLLOUT_VERDICTS, said.get(2).value(), RolloutJudged.class);
        assertThat(last.getFailedChecks()).isEqualTo(2);
        assertThat(last.getThreshold()).isEqualTo(2);
    }

    private static String header(TestRecord<String, byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), UTF_8);
    }
}
