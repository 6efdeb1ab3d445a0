package io.dabbawala.reconciler.sync;

import static io.dabbawala.reconciler.plan.Fixtures.NOON;
import static io.dabbawala.reconciler.plan.Fixtures.annotated;
import static io.dabbawala.reconciler.plan.Fixtures.config;
import static io.dabbawala.reconciler.plan.Fixtures.deployment;
import static io.dabbawala.reconciler.plan.Fixtures.desired;
import static io.dabbawala.reconciler.plan.Fixtures.object;
import static io.dabbawala.reconciler.plan.Fixtures.ours;
import static io.dabbawala.reconciler.plan.Fixtures.ref;
import static io.dabbawala.reconciler.plan.Fixtures.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dabbawala.reconciler.application.SyncCause;
import io.dabbawala.reconciler.application.SyncPolicy;
import io.dabbawala.reconciler.cluster.ApplyOutcome;
import io.dabbawala.reconciler.cluster.Refusal;
import io.dabbawala.reconciler.cluster.UnreachableCluster;
import io.dabbawala.reconciler.health.Health.Status;
import io.dabbawala.reconciler.sync.SyncResult.Outcome;
import io.dabbawala.reconciler.sync.verdict.Verdict;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TurnTest {

    private final Turns app = new Turns();

    @Test
    void what_differs_is_told_and_asked_for_once_and_nothing_is_applied() {
        app.desire(desired(1, config("web", "1")));

        app.turn();
        app.turn();

        assertThat(app.said(SyncEvent.Drifted.class)).hasSize(1);
        assertThat(app.said(SyncEvent.Requested.class)).hasSize(1);
        assertThat(app.cluster.calls()).isEmpty();
        assertThat(app.waiting()).startsWith("GATE: ");
    }

    @Test
    void an_admitted_plan_is_carried_out_and_told_once() {
        app.desire(desired(1, config("web", "1")));
        app.turn();

        app.admit();
        app.turn();
        app.turn();

        assertThat(app.cluster.calls()).containsExactly("apply ConfigMap shop/web");
        assertThat(app.results())
                .singleElement()
                .satisfies(
                        result -> {
                            assertThat(result.outcome()).isEqualTo(Outcome.SUCCEEDED);
                            assertThat(result.cause()).isEqualTo(SyncCause.COMMIT);
                            assertThat(result.planDigest()).isEqualTo(app.verdict().planDigest());
                        });
    }

    @Test
    void a_verdict_for_another_plan_is_none() {
        app.desire(desired(1, config("web", "1")));
        app.turn();
        app.admit();
        app.desire(desired(2, config("web", "2")));

        app.turn();

        assertThat(app.cluster.calls()).isEmpty();
        assertThat(app.said(SyncEvent.Requested.class)).hasSize(2);
    }

    @Test
    void a_forged_verdict_is_waiting_with_the_reason() {
        app.desire(desired(1, config("web", "1")));
        app.turn();

        app.admitWith(new TestGate());
        app.turn();

        assertThat(app.cluster.calls()).isEmpty();
        assertThat(app.waiting()).startsWith("ATTESTATION_INVALID: ");
    }

    @Test
    void manifests_that_are_not_those_of_the_digest_are_never_applied() {
        var state = desired(1, config("web", "1"));
        app.desire(Turns.withManifests(state, desired(1, config("web", "2")).manifests()));

        app.turn();

        assertThat(app.said(SyncEvent.Requested.class)).isEmpty();
        assertThat(app.results().getFirst().reason()).startsWith("DIGEST_MISMATCH");
    }

    @Test
    void held_waits_and_the_later_yes_is_carried_out() {
        app.desire(desired(1, config("web", "1")));
        app.turn();
        app.judge(Verdict.Decision.HELD);
        app.turn();
        assertThat(app.waiting()).startsWith("HELD: ");

        app.admit();
        app.turn();

        assertThat(app.results()).hasSize(1);
        assertThat(app.said(SyncEvent.Requested.class)).hasSize(1);
    }

    @Test
    void denied_is_not_asked_again_until_a_command_comes() {
        app.desire(desired(1, config("web", "1")));
        app.turn();
        app.judge(Verdict.Decision.DENIED);
        app.turn();
        assertThat(app.said(SyncEvent.Requested.class)).hasSize(1);

        app.command("c1");
        app.turn();
        app.turn();

        assertThat(app.said(SyncEvent.Requested.class)).hasSize(2);
        var again = (SyncEvent.Requested) app.said(SyncEvent.Requested.class).getLast();
        assertThat(again.cause()).isEqualTo(SyncCause.COMMAND);
        assertThat(again.requester()).isEqualTo("asha");
    }

    @Test
    void an_expired_verdict_is_asked_for_again() {
        app.desire(desired(1, config("web", "1")));
        app.turn();
        app.admit();
        app.passSeconds(3600);

        app.turn();
        app.turn();

        assertThat(app.cluster.calls()).isEmpty();
        assertThat(app.said(SyncEvent.Requested.class)).hasSize(2);
    }

    @Test
    void an_application_that_is_synced_by_hand_waits_for_the_command() {
        var manual = new SyncPolicy(false, true, false, false, Set.of());
        app.desire(desired(1, manual, List.of(config("web", "1"))));
        app.turn();
        assertThat(app.said(SyncEvent.Drifted.class)).hasSize(1);
        assertThat(app.said(SyncEvent.Requested.class)).isEmpty();

        app.command("c1");
        app.turn();
        app.admit();
        app.turn();

        assertThat(app.results().getFirst().cause()).isEqualTo(SyncCause.COMMAND);
        assertThat(app.hasCommand()).isFalse();
    }

    @Test
    void a_command_for_another_revision_or_one_that_expired_does_nothing() {
        var manual = new SyncPolicy(false, true, false, false, Set.of());
        app.desire(desired(1, manual, List.of(config("web", "1"))));

        app.commandFor("r9", NOON.plusSeconds(60));
        app.turn();
        app.commandFor("r1", NOON.minusSeconds(1));
        app.turn();

        assertThat(app.said(SyncEvent.Requested.class)).isEmpty();
        assertThat(app.hasCommand()).isFalse();
    }

    @Test
    void a_command_with_nothing_to_do_is_answered() {
        app.sync(desired(1, config("web", "1")));

        app.command("c1");
        app.turn();

        var last = (SyncEvent.Finished) app.said(SyncEvent.Finished.class).getLast();
        assertThat(last.result().cause()).isEqualTo(SyncCause.COMMAND);
        assertThat(last.step()).isEqualTo("c1");
    }

    @Test
    void an_edit_by_hand_is_healed_at_once_and_one_right_after_it_later() {
        app.sync(desired(1, config("web", "1")));
        app.cluster.put(ours(config("web", "by hand")));
        app.turn();
        app.admit();
        app.turn();
        assertThat(app.results().getLast().cause()).isEqualTo(SyncCause.LIVE_CHANGE);

        app.cluster.put(ours(config("web", "by hand again")));
        app.turn();

        assertThat(app.waiting()).startsWith("FIGHT: ");
        assertThat(app.said(SyncEvent.Drifted.class)).hasSize(3);
        app.passSeconds(2);
        app.turn();
        assertThat(app.said(SyncEvent.Requested.class)).hasSize(3);
    }

    @Test
    void without_self_heal_an_edit_is_told_and_left_alone() {
        var watching = new SyncPolicy(true, true, false, false, Set.of());
        app.sync(desired(1, watching, List.of(config("web", "1"))));

        app.cluster.put(ours(config("web", "by hand")));
        app.turn();

        assertThat(app.said(SyncEvent.Drifted.class)).hasSize(2);
        assertThat(app.said(SyncEvent.Requested.class)).hasSize(1);
    }

    @Test
    void one_that_would_lose_everything_is_refused_unless_it_allows_that() {
        app.sync(desired(1, config("web", "1")));

        app.desire(desired(2));
        app.turn();
        app.turn();
        assertThat(app.results().getLast().reason()).startsWith("WOULD_WIPE_OUT");
        assertThat(app.results()).hasSize(2);

        app.desire(desired(3, new SyncPolicy(true, true, true, true, Set.of()), List.of()));
        app.turn();
        app.admit();
        app.turn();
        assertThat(app.cluster.calls()).endsWith("delete ConfigMap shop/web");
    }

    @Test
    void a_field_of_another_is_taken_and_said() {
        app.cluster.answer(
                ref("ConfigMap", "web"),
                new ApplyOutcome.Conflicted(
                        List.of(new ApplyOutcome.FieldConflict(".data.answer", "kubectl"))));

        app.sync(desired(1, config("web", "1")));

        var message = app.results().getLast().objects().getFirst().result().message();
        assertThat(app.cluster.calls()).endsWith("force ConfigMap shop/web");
        assertThat(message).isEqualTo("FIELD_CONFLICT: took .data.answer from kubectl");
    }

    @Test
    void what_is_refused_fails_the_sync_not_its_neighbours_and_is_tried_again_later() {
        app.cluster.answer(
                ref("ConfigMap", "bad"),
                new ApplyOutcome.Refused(Refusal.ADMISSION_DENIED, "only in India"));

        app.sync(desired(1, config("bad", "1"), config("good", "1")));
        assertThat(app.results().getLast().outcome()).isEqualTo(Outcome.FAILED);
        assertThat(app.results().getLast().reason())
                .isEqualTo("ADMISSION_DENIED: only in India (ConfigMap shop/bad)");
        assertThat(app.cluster.read(ref("ConfigMap", "good"))).isPresent();

        app.turn();
        app.admit();
        app.turn();
        assertThat(app.results()).as("not before its time").hasSize(1);
        assertThat(app.waiting()).startsWith("FAILED: ADMISSION_DENIED");
        app.cluster.agree(ref("ConfigMap", "bad"));
        app.passSeconds(6);
        app.turn();
        assertThat(app.results().getLast().outcome()).isEqualTo(Outcome.SUCCEEDED);
        assertThat(app.results().getLast().attempt()).isEqualTo(1);
    }

    @Test
    void a_wave_waits_for_the_health_of_the_one_before() {
        var second = annotated(config("second", "1"), "argocd.argoproj.io/sync-wave", "1");
        app.sync(desired(1, deployment("web", "web:1"), second));
        assertThat(app.cluster.read(ref("ConfigMap", "second"))).isEmpty();
        assertThat(app.waiting()).startsWith("WAVE 1: ");

        app.cluster.put(with(ours(deployment("web", "web:1")), "status", available()));
        app.turn();

        assertThat(app.cluster.read(ref("ConfigMap", "second"))).isPresent();
        assertThat(app.results()).hasSize(1);
    }

    @Test
    void a_newer_state_overtakes_a_sync_that_waits() {
        var second = annotated(config("second", "1"), "argocd.argoproj.io/sync-wave", "1");
        app.sync(desired(1, deployment("web", "web:1"), second));

        app.desire(desired(2, deployment("web", "web:2")));
        app.turn();

        assertThat(app.results().getFirst().outcome()).isEqualTo(Outcome.OUT_OF_DATE);
        assertThat(app.results().getFirst().generation()).isEqualTo(1);
        assertThat(app.said(SyncEvent.Requested.class).getLast().state().generation()).isEqualTo(2);
    }

    @Test
    void health_that_changes_later_is_told_with_a_growing_sequence() {
        app.sync(desired(1, deployment("web", "web:1")));
        assertThat(app.results().getLast().health().status()).isEqualTo(Status.PROGRESSING);

        app.cluster.put(with(ours(deployment("web", "web:1")), "status", available()));
        app.turn();
        app.turn();

        assertThat(app.results()).hasSize(2);
        assertThat(app.results().getLast())
                .satisfies(
                        result -> {
                            assertThat(result.health().status()).isEqualTo(Status.HEALTHY);
                            assertThat(result.sequence()).isEqualTo(1);
                            assertThat(result.objects()).isEmpty();
                        });
    }

    @Test
    void what_was_just_applied_is_not_asked_for_again_for_its_spelling() {
        var declared = with(config("web", "1"), "immutable", false);
        app.cluster.forgets("immutable");

        app.sync(desired(1, declared));
        app.turn();

        assertThat(app.cluster.calls()).containsExactly("apply ConfigMap shop/web");
        assertThat(app.said(SyncEvent.Drifted.class)).hasSize(1);
    }

    @Test
    void a_cluster_that_is_away_is_an_exception_and_the_same_turn_succeeds_later() {
        app.desire(desired(1, config("web", "1")));
        app.cluster.goAway();
        assertThatThrownBy(app::turn).isInstanceOf(UnreachableCluster.class);

        app.cluster.comeBack();
        app.sync(desired(1, config("web", "1")));

        assertThat(app.results()).hasSize(1);
    }

    @Test
    void killed_before_applying_it_applies_after_the_restart() {
        app.desire(desired(1, config("web", "1")));
        app.turn();
        app.admit();

        app.restart();
        app.turn();

        assertThat(app.cluster.calls()).containsExactly("apply ConfigMap shop/web");
        assertThat(app.results()).hasSize(1);
        assertThat(app.said(SyncEvent.Requested.class)).as("it was asked for before").hasSize(1);
    }

    @Test
    void killed_after_applying_it_tells_the_result_of_that_plan_and_applies_nothing() {
        app.desire(desired(1, config("web", "1")));
        app.turn();
        app.admit();
        app.turnThatIsNotKept();
        var told = app.results().getFirst();
        app.cluster.forgetCalls();

        app.restart();
        app.turn();

        assertThat(app.cluster.calls()).isEmpty();
        assertThat(app.results().getLast().planDigest()).isEqualTo(told.planDigest());
    }

    @Test
    void restarted_in_peace_it_says_nothing() {
        app.sync(desired(1, config("web", "1")));
        var events = app.events().size();

        app.restartRemembering();
        app.turn();

        assertThat(app.events()).hasSize(events);
    }

    private static Map<String, Object> available() {
        return object("{'updatedReplicas':2,'replicas':2,'availableReplicas':2}");
    }
}
