package io.dabbawala.rolloutanalyzer.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.dabbawala.events.Command;
import io.dabbawala.events.Commanded;
import io.dabbawala.events.RolloutPhase;
import io.dabbawala.events.Topics;
import io.dabbawala.rolloutanalyzer.kafka.Story.Traffic;
import java.time.Duration;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CommandStoryTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final Story story = Story.of(CanaryJson.STEPS);

    @BeforeEach
    void begin() {
        story.reports(RolloutPhase.PROGRESSING, 0);
        story.goesOn(Traffic.GOOD, Duration.ofSeconds(2));
        story.verdicts.clear();
    }

    @AfterEach
    void end() {
        story.close();
    }

    @Test
    void a_pause_freezes_the_weight_even_in_silence_until_it_is_resumed() {
        story.commands(Command.PAUSE);
        story.goesOn(Traffic.NONE, Duration.ofMinutes(10));
        assertThat(story.words()).isEmpty();

        story.commands(Command.RESUME);
        story.goesOn(Traffic.GOOD, MINUTE);

        assertThat(story.words()).contains("PROMOTE PROGRESSING 60", "PROMOTE SUCCEEDED 0");
    }

    @Test
    void a_pause_that_comes_after_a_later_resume_is_none() {
        var pause = story.command(Command.PAUSE);
        story.wire.passes(Duration.ofSeconds(1));
        story.commands(Command.RESUME);

        story.commands(pause);
        story.goesOn(Traffic.GOOD, MINUTE);

        assertThat(story.words()).contains("PROMOTE SUCCEEDED 0");
    }

    @Test
    void a_promotion_by_a_person_happens_once() {
        story.commands(Command.PROMOTE);
        story.commands(Command.PROMOTE);
        story.hear();

        assertThat(story.words()).containsExactly("PROMOTE PROMOTING 30");
        assertThat(story.verdicts.getFirst().getReason()).isEqualTo("COMMANDED: by asha: because");
    }

    @Test
    void a_rollback_by_a_person_ends_the_attempt_once() {
        story.commands(Command.ROLL_BACK);
        story.commands(Command.ROLL_BACK);
        story.hear();

        assertThat(story.words()).containsExactly("ROLL_BACK FAILED 0");
        assertThat(story.rollbacks).hasSize(1);
        assertThat(story.rollbacks.getFirst().getToRevision()).isEqualTo("good");
    }

    @Test
    void a_rollback_of_another_delivery_does_not_end_this_attempt() {
        var command = story.command(Command.ROLL_BACK);
        command.setDelivery(Story.delivery("another"));

        story.commands(command);
        story.hear();

        assertThat(story.words()).isEmpty();
    }

    @Test
    void a_command_that_expired_is_none() {
        var command = story.command(Command.ROLL_BACK);
        command.setExpiresAt(story.wire.now().minusSeconds(1));

        story.commands(command);
        story.hear();

        assertThat(story.words()).isEmpty();
        assertThat(story.rollbacks).isEmpty();
    }

    @Test
    void what_was_rolled_back_already_is_not_taken_back_again() {
        story.commands(Command.ROLL_BACK);
        story.reports(RolloutPhase.FAILED, 0);
        story.hear();

        story.commands(Command.ROLL_BACK);
        story.hear();

        assertThat(story.rollbacks).hasSize(1);
    }

    @Test
    void with_nothing_under_way_a_person_takes_the_application_back() {
        story.goesOn(Traffic.GOOD, MINUTE);
        assertThat(story.words()).contains("PROMOTE SUCCEEDED 0");

        story.commands(Command.ROLL_BACK);
        story.hear();

        var rollback = story.rollbacks.getFirst();
        assertThat(rollback.getRollout()).isEmpty();
        assertThat(rollback.getFromRevision()).isEqualTo("bad");
        assertThat(rollback.getFromDigest()).isEqualTo("sha256:bad");
        assertThat(rollback.getToRevision()).isEqualTo("good");
    }

    @Test
    void a_rollback_without_a_revision_to_go_to_is_none() {
        var command = story.command(Command.ROLL_BACK);
        command.setApplication("argocd/web");
        command.setRevision(null);

        story.wire.send(Topics.COMMANDS, "argocd/web", command, new RecordHeaders());
        story.hear();

        assertThat(story.rollbacks).isEmpty();
    }

    @Test
    void other_commands_are_not_ours() {
        for (var what : Command.values()) {
            if (what != Command.ROLL_BACK && what != Command.PROMOTE && what != Command.PAUSE) {
                story.commands(what);
            }
        }
        story.goesOn(Traffic.GOOD, MINUTE);

        assertThat(story.words()).contains("PROMOTE SUCCEEDED 0");
        assertThat(story.rollbacks).isEmpty();
    }

    @Test
    void a_command_that_nobody_can_read_is_kept_and_the_stream_goes_on() {
        story.wire.send(Topics.COMMANDS, Story.APPLICATION, new byte[] {9, 9, 9, 9, 9});
        story.goesOn(Traffic.GOOD, MINUTE);

        assertThat(story.wire.deadLetters.letters()).hasSize(1);
        assertThat(story.words()).contains("PROMOTE SUCCEEDED 0");
    }

    @Test
    void a_command_of_another_kind_of_event_is_kept_too() {
        var report = story.report(RolloutPhase.FAILED, 0, story.wire.now());
        story.wire.send(Topics.COMMANDS, Story.APPLICATION, report, new RecordHeaders());

        assertThat(story.wire.deadLetters.letters().getFirst().reason())
                .contains(Commanded.class.getSimpleName());
    }
}
