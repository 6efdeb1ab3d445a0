package io.dabbawala.console.command;

import static io.dabbawala.console.Told.BAD;
import static io.dabbawala.console.Told.GOOD;
import static io.dabbawala.console.Told.SHOP;
import static io.dabbawala.console.Told.delivery;
import static io.dabbawala.console.Told.digest;
import static org.assertj.core.api.Assertions.assertThat;

import io.dabbawala.console.Told;
import io.dabbawala.console.event.Event;
import io.dabbawala.console.event.Removal;
import io.dabbawala.console.event.RolloutPhase;
import io.dabbawala.console.event.Verdict.Decision;
import io.dabbawala.console.timeline.ApplicationView;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandDeskTest {

    private static final Wish.Target NOTHING_SAID = new Wish.Target("", "", "");
    private static final Event DESIRED = Told.desired(2, GOOD, 1);
    private static final Event HELD = Told.held(2, "p", "APPROVAL_NEEDED", 3);

    @Test
    void an_approval_is_bound_to_what_is_held_now() {
        assertThat(CommandDesk.answer(wish("approve"), after(DESIRED, HELD)))
                .isEqualTo(accepted("approve", new Wish.Target(delivery(2), digest(GOOD), GOOD)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"approve", "reject"})
    void there_is_nothing_to_answer_when_nothing_is_held(String command) {
        assertThat(CommandDesk.answer(wish(command), after(DESIRED, Told.admitted(2, "p", 3))))
                .isInstanceOfSatisfying(
                        Answer.Conflict.class,
                        conflict ->
                                assertThat(conflict.problem())
                                        .contains("nothing of argocd/shop is held")
                                        .contains("/why"));
    }

    @Test
    void what_was_rejected_can_still_be_approved_and_what_a_policy_denies_cannot() {
        var rejected = Told.verdict(2, "p", Decision.DENIED, "REJECTED: by asha: payday", 3);

        assertThat(CommandDesk.answer(wish("approve"), after(DESIRED, rejected)))
                .isEqualTo(accepted("approve", new Wish.Target(delivery(2), digest(GOOD), GOOD)));
        assertThat(CommandDesk.answer(wish("reject"), after(DESIRED, rejected)))
                .isInstanceOf(Answer.Conflict.class);
        assertThat(CommandDesk.answer(wish("approve"), after(DESIRED, Told.denied(2, "p", 3))))
                .isInstanceOf(Answer.Conflict.class);
    }

    @Test
    void an_approval_of_something_else_than_what_is_held_is_refused() {
        assertThat(
                        CommandDesk.answer(
                                wish("approve", new Wish.Target("", digest(BAD), "")),
                                after(DESIRED, HELD)))
                .isInstanceOf(Answer.Conflict.class);
        assertThat(
                        CommandDesk.answer(
                                wish("approve", new Wish.Target(delivery(1), "", "")),
                                after(DESIRED, HELD)))
                .isInstanceOf(Answer.Conflict.class);
    }

    @Test
    void a_rollback_without_revision_goes_to_the_one_before() {
        assertThat(
                        CommandDesk.answer(
                                wish("rollback"),
                                after(
                                        Told.synced(1, GOOD, "p", 1),
                                        Told.desired(2, BAD, 2),
                                        Told.synced(2, BAD, "q", 3))))
                .isEqualTo(accepted("rollback", new Wish.Target(delivery(2), digest(BAD), GOOD)));
    }

    @Test
    void a_rollback_with_nowhere_to_go_is_refused_with_the_way_out() {
        assertThat(
                        CommandDesk.answer(
                                wish("rollback"), after(DESIRED, Told.synced(2, GOOD, "p", 3))))
                .isInstanceOfSatisfying(
                        Answer.Conflict.class,
                        conflict -> assertThat(conflict.problem()).contains("\"revision\""));
    }

    @Test
    void the_first_digits_of_a_known_revision_are_enough() {
        assertThat(
                        CommandDesk.answer(
                                wish("rollback", new Wish.Target("", "", "9c81d2e")),
                                after(Told.synced(1, GOOD, "p", 1), Told.desired(2, BAD, 2))))
                .isEqualTo(accepted("rollback", new Wish.Target(delivery(2), digest(BAD), GOOD)));
    }

    @Test
    void only_what_is_under_way_can_be_promoted() {
        assertThat(CommandDesk.answer(wish("promote"), after(DESIRED)))
                .isInstanceOf(Answer.Conflict.class);
        assertThat(
                        CommandDesk.answer(
                                wish("promote"),
                                after(DESIRED, Told.progress(2, RolloutPhase.PROGRESSING, 20, 5))))
                .isEqualTo(accepted("promote", new Wish.Target(delivery(2), digest(GOOD), "")));
    }

    @Test
    void the_only_quarantine_needs_no_name_and_an_unknown_one_cannot_be_lifted() {
        var quarantined = after(DESIRED, Told.rollback(2, 9));

        assertThat(CommandDesk.answer(wish("lift-quarantine"), quarantined))
                .isEqualTo(accepted("lift-quarantine", new Wish.Target("", digest(BAD), "")));
        assertThat(
                        CommandDesk.answer(
                                wish("lift-quarantine", new Wish.Target("", digest(GOOD), "")),
                                quarantined))
                .isInstanceOf(Answer.Conflict.class);
        assertThat(CommandDesk.answer(wish("lift-quarantine"), after(DESIRED)))
                .isInstanceOf(Answer.Conflict.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sync", "pause", "resume"})
    void what_means_the_application_is_sent_with_what_is_desired_now(String command) {
        assertThat(CommandDesk.answer(wish(command), after(DESIRED)))
                .isEqualTo(accepted(command, new Wish.Target(delivery(2), digest(GOOD), "")));
    }

    @Test
    void an_application_that_is_not_declared_is_not_found() {
        var removed = new Removal(Told.header("Removed", "desired-states", 0, 50), SHOP, SHOP);

        assertThat(CommandDesk.answer(wish("sync"), Optional.empty()))
                .isInstanceOf(Answer.NotFound.class);
        assertThat(CommandDesk.answer(wish("sync"), after(DESIRED, removed)))
                .isInstanceOf(Answer.NotFound.class);
    }

    @ParameterizedTest
    @CsvSource({
        "shop, sync, asha, because, application",
        "argocd/shop, destroy, asha, because, lift-quarantine",
        "argocd/shop, unknown, asha, because, unknown",
        "argocd/shop, sync, '', because, actor and reason",
        "argocd/shop, sync, asha, ' ', actor and reason"
    })
    void a_malformed_wish_says_what_is_wrong(
            String application, String command, String actor, String reason, String problem) {
        var wish = new Wish(application, command, new Wish.Person(actor, reason), NOTHING_SAID);

        assertThat(CommandDesk.answer(wish, after(DESIRED)))
                .isInstanceOfSatisfying(
                        Answer.Malformed.class,
                        malformed -> assertThat(malformed.problem()).contains(problem));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sync", "pause", "resume", "freeze", "break-glass"})
    void what_needs_nothing_in_particular_is_about_what_is_desired_now(String command) {
        assertThat(CommandDesk.answer(wish(command), after(DESIRED)))
                .isEqualTo(accepted(command, new Wish.Target(delivery(2), digest(GOOD), "")));
    }

    @ParameterizedTest
    @CsvSource({"x, '', ''", "'', sha256:1, ''", "'', '', HEAD"})
    void a_malformed_target_is_refused(String delivery, String digest, String revision) {
        assertThat(
                        CommandDesk.answer(
                                wish("sync", new Wish.Target(delivery, digest, revision)),
                                after(DESIRED)))
                .isInstanceOf(Answer.Malformed.class);
    }

    private static Wish wish(String command) {
        return wish(command, NOTHING_SAID);
    }

    private static Wish wish(String command, Wish.Target target) {
        return new Wish(SHOP, command, new Wish.Person("asha", "because"), target);
    }

    private static Answer accepted(String command, Wish.Target target) {
        return new Answer.Accepted(CommandDesk.repeated(wish(command), target));
    }

    private static Optional<ApplicationView> after(Event... events) {
        var view = ApplicationView.nothingKnownOf(SHOP);
        for (var event : events) {
            view = view.after(event);
        }
        return Optional.of(view);
    }
}
