package io.dabbawala.console.event;

import static io.dabbawala.console.Told.BAD;
import static io.dabbawala.console.Told.GOOD;
import static io.dabbawala.console.Told.WEB;
import static io.dabbawala.console.Told.header;
import static org.assertj.core.api.Assertions.assertThat;

import io.dabbawala.console.Told;
import io.dabbawala.console.event.ObjectChange.Change;
import io.dabbawala.console.event.ObjectChange.Field;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class SummaryTest {

    private static final Header ANY = header("Any", "any", 1, 1);

    @Test
    void a_live_change_is_said_with_its_values_and_who_made_it() {
        assertThat(Told.drift(1, "p", SyncCause.LIVE_CHANGE, 5).summary())
                .isEqualTo(
                        "drift found: Deployment shop/web: /spec/replicas 5 -> 2"
                                + " (edited by kubectl-edit at 12:00:03Z)");
    }

    @Test
    void a_new_revision_is_not_called_a_drift() {
        assertThat(Told.drift(1, "p", SyncCause.COMMIT, 5).summary())
                .startsWith("the cluster differs from 9c81d2e: Deployment shop/web");
    }

    @Test
    void no_value_of_a_secret_is_kept() {
        // Given
        var secret = new ObjectRef("Secret", "shop", "database");

        // When
        var change =
                new ObjectChange(
                        secret,
                        Change.CORRECT,
                        List.of(new Field("/data/password", "\"aHVudGVyMg==\"", "\"b3RoZXI=\"")),
                        null);

        // Then
        assertThat(change.toString() + change.sentence())
                .contains("/data/password")
                .doesNotContain("aHVudGVyMg")
                .doesNotContain("b3RoZXI");
    }

    @Test
    void long_lists_are_cut_and_counted() {
        var changes =
                List.of("a", "b", "c", "d", "e").stream()
                        .map(name -> new ObjectRef("ConfigMap", "shop", name))
                        .map(ref -> new ObjectChange(ref, Change.CREATE, List.of(), null))
                        .toList();

        assertThat(
                        new Drift(
                                        ANY,
                                        "a/b",
                                        1,
                                        GOOD,
                                        "p",
                                        SyncCause.COMMIT,
                                        changes,
                                        "",
                                        List.of())
                                .summary())
                .endsWith("create ConfigMap shop/c and 2 more");
    }

    @Test
    void a_denial_names_policy_object_field_and_rule() {
        assertThat(Told.denied(1, "p", 2).summary())
                .isEqualTo(
                        "denied by policy data-locality: ConfigMap shop/web"
                                + " /data/DATABASE_REGION must start with india-");
    }

    @Test
    void a_hold_says_its_reason_without_the_code() {
        assertThat(Told.held(1, "p", "WINDOW_CLOSED: the Diwali freeze ends 28 Nov", 2).summary())
                .isEqualTo("held: the Diwali freeze ends 28 Nov");
        assertThat(Told.held(1, "p", "APPROVAL_NEEDED", 2).summary())
                .isEqualTo("held: approval needed");
    }

    @Test
    void an_admission_says_who_broke_the_glass_and_else_only_what_was_admitted() {
        var glass = "BREAK_GLASS: by asha: incident 42 (passes WINDOW_CLOSED: within payday)";

        assertThat(Told.verdict(1, "p", Verdict.Decision.ADMITTED, glass, 2).summary())
                .isEqualTo(
                        "admitted 9c81d2e although it was held, by asha: incident 42"
                                + " (passes WINDOW_CLOSED: within payday)");
        assertThat(Told.admitted(1, "p", 2).summary()).isEqualTo("admitted 9c81d2e");
    }

    @Test
    void a_promotion_says_the_step_and_the_measurement() {
        // Given
        var before = Told.judged(1, Judgement.Answer.PROMOTE, 20, 1);

        // When
        var judged = Told.judged(1, Judgement.Answer.PROMOTE, 40, 2);

        // Then
        assertThat(judged.summaryAfter(before))
                .isEqualTo("canary 20 % -> 40 %: request-success-rate 99.8 % >= 99 %");
        assertThat(judged.summary())
                .isEqualTo("canary to 40 %: request-success-rate 99.8 % >= 99 %");
    }

    @Test
    void a_hold_of_a_canary_counts_the_failed_checks() {
        assertThat(Told.judged(1, Judgement.Answer.HOLD, 20, 2).summary())
                .isEqualTo(
                        "canary held at 20 %: request-success-rate 81.2 % < 99 %"
                                + " (1 failed check of 2)");
    }

    @Test
    void a_rollback_says_from_where_to_where_and_why() {
        assertThat(Told.rollback(2, 9).summary())
                .isEqualTo(
                        "rolled back 3f2a1bc -> 9c81d2e: request-success-rate 81.2 % < 99 %"
                                + " (2 failed checks of 2)");
    }

    @Test
    void a_rollback_by_a_person_says_only_to_where() {
        var told = Told.rollback(2, 9);
        var byPerson =
                new Rollback(
                        told.header(),
                        told.application(),
                        told.rollout(),
                        "",
                        told.fromDigest(),
                        told.toRevision(),
                        "COMMANDED: by asha: because",
                        List.of());

        assertThat(byPerson.summary()).isEqualTo("rolled back to 9c81d2e: by asha: because");
    }

    @Test
    void no_data_is_said_as_such_and_never_as_a_number() {
        assertThat(Told.successRate(null).sentence()).isEqualTo("request-success-rate: no data");
    }

    @Test
    void durations_have_an_upper_bound_in_milliseconds() {
        var slow =
                new Measurement(
                        "request-duration",
                        "VALUE",
                        750.25,
                        null,
                        500.0,
                        100,
                        Duration.ofMinutes(1),
                        false,
                        "");

        assertThat(slow.sentence()).isEqualTo("request-duration 750.25 ms > 500 ms");
    }

    @Test
    void a_sync_counts_its_outcomes() {
        assertThat(Told.synced(1, GOOD, "p", 4).summary())
                .isEqualTo("synced 9c81d2e in 1 s: 1 configured; health Healthy");
    }

    @Test
    void a_failed_sync_names_the_objects_that_failed() {
        assertThat(Told.syncFailed(1, "p", 4).summary())
                .isEqualTo(
                        "sync of 9c81d2e failed: Deployment shop/web conflicted:"
                                + " spec.replicas is owned by hpa");
    }

    @Test
    void a_change_of_health_is_said_as_health() {
        assertThat(Told.healthNow(1, Health.DEGRADED, 2, 9).summary())
                .isEqualTo("health Degraded: 1 of 2 replicas ready");
    }

    @Test
    void a_commit_says_where_who_and_the_first_line() {
        assertThat(Told.commit(BAD, 0).summary())
                .isEqualTo("commit on shop main: new -> 3f2a1bc by Asha \"More replicas\"");
    }

    @Test
    void a_revision_that_cannot_be_rendered_says_where_and_what_stays() {
        assertThat(Told.unrenderable(1, 2).summary())
                .isEqualTo(
                        "3f2a1bc cannot be rendered: apps/web.yaml:3:5 not a mapping;"
                                + " stays at 9c81d2e");
    }

    @Test
    void the_later_of_two_is_the_one_of_the_newer_generation_whatever_the_clock_says() {
        // Given
        var newer = Told.synced(2, GOOD, "p", 1);
        var older = Told.synced(1, GOOD, "p", 9);

        // Then
        assertThat(Event.later(newer, older)).isSameAs(newer);
        assertThat(Event.later(older, newer)).isSameAs(newer);
        assertThat(Event.later(null, older)).isSameAs(older);
    }

    @Test
    void reasons_keep_a_code_only_if_they_have_one() {
        assertThat(Reason.of("FIELD_CONFLICT: a: b", "X"))
                .isEqualTo(new Reason("FIELD_CONFLICT", "a: b"));
        assertThat(Reason.of("it broke: badly", "X")).isEqualTo(new Reason("X", "it broke: badly"));
        assertThat(Reason.of("", "X")).isEqualTo(new Reason("X", ""));
    }

    @Test
    void everything_else_is_a_sentence_too() {
        assertThat(
                        List.of(
                                new Push(ANY, "shop", "webhook", "github").summary(),
                                new Declaration(ANY, WEB, GOOD, "apps/a.yaml").summary(),
                                new Removal(ANY, "", "Canary/shop/web").summary(),
                                new Budget(ANY, "checkout", 0.999, -0.25, "14.4 over 1h").summary(),
                                new Notice(
                                                ANY,
                                                "",
                                                false,
                                                "slack",
                                                "#ops",
                                                "GateVerdict",
                                                "HTTP_500: down")
                                        .summary(),
                                new DeadLetterKept(ANY, "drifts-1@7", "notifier", "bad magic")
                                        .summary(),
                                Told.request(1, "p", 1).summary(),
                                Told.order(Order.Wanted.APPROVE, "", 1).summary()))
                .containsExactly(
                        "look at repository shop: webhook from github",
                        "declared Deployment shop/web in apps/a.yaml at 9c81d2e",
                        "removed from any: Canary/shop/web",
                        "error budget of checkout: -25 % left of objective 99.9 %, burn rate 14.4 over 1h",
                        "slack could not tell #ops about GateVerdict: down",
                        "dead letter: notifier could not read drifts-1@7: bad magic",
                        "reconciler asks to sync 9c81d2e with 2 changes",
                        "asha: approve argocd/shop: because");
    }
}
