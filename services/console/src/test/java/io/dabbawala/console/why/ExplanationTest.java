package io.dabbawala.console.why;

import static io.dabbawala.console.Told.BAD;
import static io.dabbawala.console.Told.GOOD;
import static io.dabbawala.console.Told.SHOP;
import static io.dabbawala.console.Told.digest;
import static org.assertj.core.api.Assertions.assertThat;

import io.dabbawala.console.Told;
import io.dabbawala.console.event.Event;
import io.dabbawala.console.event.Health;
import io.dabbawala.console.event.Judgement.Answer;
import io.dabbawala.console.event.Order.Wanted;
import io.dabbawala.console.event.RolloutPhase;
import io.dabbawala.console.event.SyncCause;
import io.dabbawala.console.event.Verdict.Decision;
import io.dabbawala.console.timeline.ApplicationView;
import org.junit.jupiter.api.Test;

class ExplanationTest {

    private static final Event DESIRED = Told.desired(1, GOOD, 1);
    private static final Event SYNCED = Told.synced(1, GOOD, "p", 5);
    private static final Event CANARY = Told.progress(1, RolloutPhase.PROGRESSING, 20, 6);

    @Test
    void all_is_well_is_said_too() {
        var why = after(DESIRED, SYNCED);

        assertThat(why.state()).isEqualTo("Healthy");
        assertThat(why.headline()).isEqualTo("argocd/shop runs 9c81d2e: Synced and Healthy");
        assertThat(why.reasons()).isEmpty();
    }

    @Test
    void a_denial_names_rule_object_field_and_the_event_it_comes_from() {
        var why = after(DESIRED, Told.request(1, "p", 2), Told.denied(1, "p", 3));

        assertThat(why.state()).isEqualTo("Denied");
        assertThat(why.reasons())
                .containsExactly(
                        new Why(
                                "POLICY_DENIED",
                                "must start with india-",
                                "ConfigMap/shop/web",
                                "/data/DATABASE_REGION",
                                "data-locality",
                                Told.NOON.plusSeconds(3),
                                "GateVerdict-1-3"));
        assertThat(why.next()).contains("waiver");
    }

    @Test
    void a_quarantined_digest_says_who_can_lift_it() {
        var why =
                after(
                        DESIRED,
                        Told.verdict(1, "p", Decision.DENIED, "QUARANTINED: was rolled back", 3));

        assertThat(why.reasons().getFirst().code()).isEqualTo("QUARANTINED");
        assertThat(why.next()).contains("dabba lift-quarantine argocd/shop");
    }

    @Test
    void a_hold_says_whether_a_person_or_the_time_opens_it() {
        var approval = after(DESIRED, Told.held(1, "p", "APPROVAL_NEEDED: 1 of payments", 3));
        var window = after(DESIRED, Told.held(1, "p", "WINDOW_CLOSED: until 28 Nov", 3));

        assertThat(approval.state()).isEqualTo("Held");
        assertThat(approval.reasons().getFirst().message()).isEqualTo("1 of payments");
        assertThat(approval.next()).contains("dabba approve argocd/shop");
        assertThat(window.reasons().getFirst().code()).isEqualTo("WINDOW_CLOSED");
        assertThat(window.next())
                .contains("by itself", "dabba break-glass argocd/shop")
                .doesNotContain("approve");
    }

    @Test
    void a_freeze_says_how_it_ends_and_windows_nobody_can_read_where_to_mend_them() {
        var frozen = after(DESIRED, Told.held(1, "p", "FROZEN: by asha: Diwali", 3));
        var unreadable = after(DESIRED, Told.held(1, "p", "WINDOW_UNREADABLE: AppProject x", 3));

        assertThat(frozen.next()).contains("dabba resume argocd/shop");
        assertThat(unreadable.next()).contains("mend the AppProject");
    }

    @Test
    void what_waits_for_another_application_says_for_which_and_why() {
        var why =
                after(
                        DESIRED,
                        Told.waiting(
                                1, "p", SyncCause.COMMIT, 3, "DEPENDS_ON: argocd/db is Degraded"));

        assertThat(why.reasons().getFirst().code()).isEqualTo("DEPENDS_ON");
        assertThat(why.reasons().getFirst().message()).isEqualTo("argocd/db is Degraded");
        assertThat(why.next()).contains("by itself");
    }

    @Test
    void what_is_asked_for_in_vain_is_told_beside_what_is_well() {
        var note = "IGNORE_FAILED: jqPathExpressions: env removes nothing: env is not carried out";
        var noting = Told.noting(Told.synced(1, GOOD, "p", 5), note);

        var why = after(DESIRED, noting);
        var mended = after(DESIRED, noting, Told.desired(2, GOOD, 6));

        assertThat(why.state()).isEqualTo("Healthy");
        assertThat(why.reasons())
                .singleElement()
                .satisfies(
                        reason -> {
                            assertThat(reason.code()).isEqualTo("IGNORE_FAILED");
                            assertThat(reason.message()).startsWith("jqPathExpressions: env");
                        });
        assertThat(mended.reasons()).isEmpty();
    }

    @Test
    void a_rejection_says_that_it_can_be_taken_back() {
        var why =
                after(
                        DESIRED,
                        Told.verdict(1, "p", Decision.DENIED, "REJECTED: by asha: payday", 3));

        assertThat(why.headline()).isEqualTo("9c81d2e is rejected by asha: payday");
        assertThat(why.next()).contains("dabba approve argocd/shop");
    }

    @Test
    void a_rollback_says_which_measurement_until_another_revision_is_declared() {
        var rolledBack = after(Told.desired(2, BAD, 2), Told.rollback(2, 9), again(3));
        var fixed =
                after(
                        Told.rollback(2, 9),
                        again(3),
                        Told.desired(4, GOOD, 20),
                        Told.synced(4, GOOD, "p", 21));

        assertThat(rolledBack.state()).isEqualTo("RolledBack");
        assertThat(rolledBack.reasons().getFirst().message())
                .isEqualTo("request-success-rate 81.2 % < 99 % over 10 s with 1000 samples");
        assertThat(rolledBack.next()).contains("3f2a1bc is quarantined");
        assertThat(fixed.state()).isEqualTo("Healthy");
    }

    @Test
    void a_lifted_quarantine_is_no_longer_what_comes_next() {
        var why =
                after(
                        Told.rollback(2, 9),
                        again(3),
                        Told.order(Wanted.LIFT_QUARANTINE, digest(BAD), 30));

        assertThat(why.next()).contains("is lifted");
    }

    @Test
    void a_rollout_says_weight_measurements_and_when_it_goes_back() {
        var why = after(DESIRED, SYNCED, CANARY, Told.judged(1, Answer.HOLD, 20, 8));

        assertThat(why.state()).isEqualTo("Progressing");
        assertThat(why.headline())
                .isEqualTo("rollout shop/web is Progressing at 20 %, 1 failed check of 2");
        assertThat(why.reasons().getFirst().code()).isEqualTo("CHECK_FAILED");
        assertThat(why.next()).contains("2 failed checks");
    }

    @Test
    void a_paused_rollout_says_who_paused_it() {
        var why = after(DESIRED, SYNCED, CANARY, Told.order(Wanted.PAUSE, "", 9));

        assertThat(why.state()).isEqualTo("Paused");
        assertThat(why.reasons().getFirst().message()).isEqualTo("asha: because");
        assertThat(why.next()).contains("dabba resume argocd/shop");
    }

    @Test
    void a_finished_rollout_explains_nothing() {
        assertThat(after(DESIRED, SYNCED, Told.progress(1, RolloutPhase.SUCCEEDED, 0, 9)).state())
                .isEqualTo("Healthy");
    }

    @Test
    void a_failed_sync_names_the_objects_with_their_codes() {
        var why = after(DESIRED, Told.syncFailed(1, "p", 5));

        assertThat(why.state()).isEqualTo("SyncFailed");
        assertThat(why.reasons().getFirst())
                .extracting(Why::code, Why::object)
                .containsExactly("FIELD_CONFLICT", "Deployment/shop/web");
    }

    @Test
    void a_drift_nobody_healed_says_the_field() {
        var why = after(DESIRED, SYNCED, Told.drift(1, "q", SyncCause.LIVE_CHANGE, 9));

        assertThat(why.state()).isEqualTo("OutOfSync");
        assertThat(why.reasons().getFirst().field()).isEqualTo("/spec/replicas");
    }

    @Test
    void bad_health_says_its_message() {
        var why = after(DESIRED, SYNCED, Told.healthNow(1, Health.DEGRADED, 1, 9));

        assertThat(why.state()).isEqualTo("Degraded");
        assertThat(why.headline()).isEqualTo("argocd/shop is Degraded: 1 of 2 replicas ready");
    }

    @Test
    void what_is_under_way_says_who_is_next() {
        assertThat(after(DESIRED).next()).isEqualTo("the reconciler compares it with the cluster");
        assertThat(after(DESIRED, Told.request(1, "p", 2)).next()).isEqualTo("the gate answers");
    }

    @Test
    void the_first_question_with_an_answer_wins() {
        var everything =
                new Event[] {
                    Told.healthNow(1, Health.DEGRADED, 1, 2),
                    Told.drift(1, "q", SyncCause.LIVE_CHANGE, 3),
                    CANARY,
                    Told.rollback(1, 7),
                    Told.denied(1, "q", 8),
                    Told.unrenderable(1, 9)
                };

        assertThat(after(everything).state()).isEqualTo("Unrenderable");
        everything[5] = Told.desired(1, BAD, 9);
        assertThat(after(everything).state()).isEqualTo("Denied");
        everything[4] = everything[5];
        assertThat(after(everything).state()).isEqualTo("RolledBack");
        everything[3] = everything[5];
        assertThat(after(everything).state()).isEqualTo("Progressing");
        everything[2] = everything[5];
        assertThat(after(everything).state()).isEqualTo("OutOfSync");
        everything[1] = everything[5];
        assertThat(after(everything).state()).isEqualTo("Degraded");
    }

    private static Event again(long generation) {
        return Told.desired(generation, GOOD, SyncCause.ROLLBACK, 10);
    }

    private static Explanation after(Event... events) {
        var view = ApplicationView.nothingKnownOf(SHOP);
        for (var event : events) {
            view = view.after(event);
        }
        return Explanation.of(view);
    }
}
