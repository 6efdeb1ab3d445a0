package io.dabbawala.reconciler.sync;

import static io.dabbawala.reconciler.plan.Fixtures.annotated;
import static io.dabbawala.reconciler.plan.Fixtures.config;
import static io.dabbawala.reconciler.plan.Fixtures.desired;
import static io.dabbawala.reconciler.plan.Fixtures.object;
import static io.dabbawala.reconciler.plan.Fixtures.ours;
import static io.dabbawala.reconciler.plan.Fixtures.ref;
import static org.assertj.core.api.Assertions.assertThat;

import io.dabbawala.reconciler.application.SyncCause;
import io.dabbawala.reconciler.cluster.ApplyOutcome;
import io.dabbawala.reconciler.cluster.Refusal;
import io.dabbawala.reconciler.object.LiveChange;
import io.dabbawala.reconciler.object.ObjectRef;
import io.dabbawala.reconciler.sync.SyncResult.Outcome;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HookTurnTest {

    private static final String HOOK = "argocd.argoproj.io/hook";
    private static final String POLICY = "argocd.argoproj.io/hook-delete-policy";
    private static final Map<String, Object> COMPLETE =
            object("{'conditions':[{'type':'Complete','status':'True'}]}");
    private static final Map<String, Object> FAILED =
            object("{'conditions':[{'type':'Failed','status':'True','message':'exit 1'}]}");

    private final Turns app = new Turns();

    @Test
    void nothing_is_applied_before_the_hook_for_that_has_ended() {
        app.sync(desired(1, job("migrate", "PreSync"), config("web", "1")));

        assertThat(app.waiting()).startsWith("HOOK: PreSync Job shop/migrate");
        assertThat(app.cluster.read(ref("ConfigMap", "web"))).isEmpty();

        app.cluster.status(migrate(), COMPLETE);
        app.turn();

        assertThat(app.cluster.read(ref("ConfigMap", "web"))).isPresent();
        assertThat(last().outcome()).isEqualTo(Outcome.SUCCEEDED);
        assertThat(last().objects().toString()).contains("hook PreSync succeeded");
    }

    @Test
    void a_hook_after_the_sync_runs_once_everything_is_healthy_and_the_sync_waits_for_it() {
        app.sync(desired(1, config("web", "1"), job("migrate", "PostSync")));
        assertThat(app.cluster.read(ref("ConfigMap", "web"))).isPresent();
        assertThat(app.results()).isEmpty();

        app.cluster.status(migrate(), COMPLETE);
        app.turn();

        assertThat(last().outcome()).isEqualTo(Outcome.SUCCEEDED);
    }

    @Test
    void hooks_are_asked_for_with_the_plan_and_no_other_hook_runs() {
        app.desire(desired(1, job("migrate", "PreSync"), config("web", "1")));
        app.turn();
        var withHook = request().plan();
        assertThat(withHook.steps().map(step -> step.ref().name()))
                .containsExactly("migrate", "web");

        app.desire(desired(1, job("other", "PreSync"), config("web", "1")));
        app.restart();
        app.turn();

        assertThat(request().plan().digest()).isNotEqualTo(withHook.digest());
        assertThat(app.cluster.calls()).isEmpty();
    }

    @Test
    void a_hook_that_fails_fails_the_sync_and_the_hooks_for_that_run_before_the_end() {
        app.sync(
                desired(
                        1,
                        annotated(job("migrate", "PreSync"), POLICY, "HookFailed"),
                        job("alarm", "SyncFail"),
                        config("web", "1")));
        assertThat(app.cluster.read(job("alarm"))).isEmpty();

        app.cluster.status(migrate(), FAILED);
        app.turn();
        assertThat(app.waiting()).startsWith("HOOK: SyncFail Job shop/alarm");
        app.cluster.status(job("alarm"), COMPLETE);
        app.turn();

        assertThat(last().outcome()).isEqualTo(Outcome.FAILED);
        assertThat(last().reason()).startsWith("HOOK_FAILED: PreSync Job shop/migrate");
        assertThat(app.cluster.read(ref("ConfigMap", "web"))).isEmpty();
        assertThat(app.cluster.read(migrate())).as("its policy says so").isEmpty();
    }

    @Test
    void hooks_for_a_failure_do_not_run_after_a_success() {
        app.sync(desired(1, job("alarm", "SyncFail"), config("web", "1")));

        assertThat(last().outcome()).isEqualTo(Outcome.SUCCEEDED);
        assertThat(app.cluster.calls()).doesNotContain("force Job shop/alarm");
    }

    @Test
    void a_job_that_was_cleared_away_after_it_succeeded_has_succeeded() {
        app.sync(desired(1, job("migrate", "PreSync"), config("web", "1")));

        app.cluster.status(migrate(), COMPLETE);
        app.cluster.deletes(migrate()); // its time to live is over; the finalizer keeps it
        app.turn();

        assertThat(last().outcome()).isEqualTo(Outcome.SUCCEEDED);
        assertThat(app.cluster.read(migrate())).as("it is let go").isEmpty();
    }

    @Test
    void one_that_went_for_good_between_two_looks_counts_as_it_was_seen_last() {
        app.sync(desired(1, job("migrate", "PreSync"), config("web", "1")));

        app.cluster.status(migrate(), COMPLETE);
        app.sightings.changed(new LiveChange.Gone(app.cluster.read(migrate()).orElseThrow()));
        app.cluster.remove(migrate());
        app.turn();

        assertThat(last().outcome()).isEqualTo(Outcome.SUCCEEDED);
    }

    @Test
    void one_that_is_deleted_while_it_runs_has_failed() {
        app.sync(desired(1, job("migrate", "PreSync"), config("web", "1")));

        app.cluster.remove(migrate());
        app.turn();

        assertThat(last().reason()).startsWith("HOOK_VANISHED: ");
    }

    @Test
    void one_that_runs_past_its_deadline_has_failed_and_is_stopped() {
        app.sync(desired(1, job("migrate", "PreSync"), config("web", "1")));
        app.passSeconds(29 * 60);
        app.turn();
        assertThat(app.results()).isEmpty();

        app.passSeconds(60);
        app.turn();

        assertThat(last().reason()).startsWith("HOOK_DEADLINE: ");
        assertThat(app.cluster.read(migrate())).isEmpty();
    }

    @Test
    void a_deadline_of_its_own_counts() {
        var impatient = annotated(job("migrate", "Sync"), "dabbawala.io/hook-deadline", "10s");
        app.sync(desired(1, impatient, config("web", "1")));

        app.passSeconds(11);
        app.turn();

        assertThat(last().reason()).startsWith("HOOK_DEADLINE: ");
    }

    @Test
    void an_old_hook_goes_before_the_next_of_its_name_comes() {
        synced();
        var old = app.cluster.read(migrate()).orElseThrow().resourceVersion();

        app.sync(desired(2, job("migrate", "PreSync"), config("web", "2")));

        assertThat(app.cluster.calls()).contains("delete Job shop/migrate");
        assertThat(app.cluster.read(migrate()).orElseThrow().resourceVersion()).isNotEqualTo(old);
        assertThat(app.waiting()).startsWith("HOOK: PreSync Job shop/migrate");
    }

    @Test
    void what_is_only_healed_runs_no_hooks() {
        synced();
        app.cluster.forgetCalls();

        app.cluster.put(ours(config("web", "by hand")));
        app.passSeconds(60);
        app.turn();
        app.admit();
        app.turn();

        assertThat(last().cause()).isEqualTo(SyncCause.LIVE_CHANGE);
        assertThat(app.cluster.calls()).containsExactly("apply ConfigMap shop/web");
    }

    @Test
    void a_command_runs_the_hooks_although_nothing_differs() {
        synced();

        app.command("c1");
        app.turn();
        assertThat(request().cause()).isEqualTo(SyncCause.COMMAND);
        app.admit();
        app.turn();
        app.cluster.status(migrate(), COMPLETE);
        app.turn();

        assertThat(last().cause()).isEqualTo(SyncCause.COMMAND);
        assertThat(last().outcome()).isEqualTo(Outcome.SUCCEEDED);
        assertThat(app.hasCommand()).isFalse();
    }

    @Test
    void killed_while_a_hook_runs_it_knows_the_hook_again() {
        app.sync(desired(1, job("migrate", "PreSync"), config("web", "1")));
        app.cluster.forgetCalls();

        app.restartRemembering();
        app.turn();
        app.admit();
        app.turn();
        assertThat(app.cluster.calls()).as("it is not started again").noneMatch(Turns::isWrite);
        app.cluster.status(migrate(), COMPLETE);
        app.turn();

        assertThat(last().outcome()).isEqualTo(Outcome.SUCCEEDED);
    }

    @Test
    void killed_while_the_last_hook_runs_it_waits_for_it_after_the_restart() {
        app.sync(desired(1, config("web", "1"), job("migrate", "PostSync")));

        app.restartRemembering();
        app.turn();
        app.admit();
        app.turn();
        assertThat(app.results()).isEmpty();
        app.cluster.status(migrate(), COMPLETE);
        app.turn();

        assertThat(last().outcome()).isEqualTo(Outcome.SUCCEEDED);
    }

    @Test
    void nothing_is_written_if_anything_would_be_refused() {
        app.cluster.answer(
                ref("ConfigMap", "bad"),
                new ApplyOutcome.Refused(Refusal.INVALID, "no such field"));

        app.sync(desired(1, job("migrate", "PreSync"), config("bad", "1")));

        assertThat(last().reason()).startsWith("DRY_RUN: INVALID: no such field");
        assertThat(app.cluster.calls()).noneMatch(Turns::isWrite);
    }

    @Test
    void a_newer_state_waits_for_a_hook_that_runs() {
        app.sync(desired(1, job("migrate", "PreSync"), config("web", "1")));

        app.desire(desired(2, config("web", "2")));
        app.turn();
        assertThat(app.results()).isEmpty();
        app.cluster.status(migrate(), COMPLETE);
        app.turn();

        assertThat(app.results().getFirst().outcome()).isEqualTo(Outcome.OUT_OF_DATE);
        assertThat(request().state().generation()).isEqualTo(2);
    }

    @Test
    void a_sync_that_is_given_up_stops_its_hooks_and_is_not_tried_again() {
        app.sync(desired(1, job("migrate", "PreSync"), config("web", "1")));

        app.terminate("t1");
        app.turn();
        assertThat(last().reason()).startsWith("TERMINATED: by asha: stop");
        assertThat(app.cluster.read(migrate())).isEmpty();
        assertThat(app.hasCommand()).isFalse();
        app.passSeconds(600);
        app.turn();
        app.admit();
        app.turn();

        assertThat(app.results()).hasSize(1);
        app.command("c1");
        app.turn();
        app.admit();
        app.turn();
        assertThat(app.waiting()).startsWith("HOOK: PreSync Job shop/migrate");
    }

    @Test
    void giving_up_a_sync_that_is_over_does_nothing() {
        app.sync(desired(1, config("web", "1")));

        app.terminate("t1");
        app.turn();

        assertThat(app.results()).hasSize(1);
        assertThat(app.hasCommand()).isFalse();
    }

    @Test
    void a_sync_that_takes_too_long_fails() {
        var patient = annotated(job("migrate", "PreSync"), "dabbawala.io/hook-deadline", "9h");
        app.sync(desired(1, patient, config("web", "1")));

        app.passSeconds(2 * 3600);
        app.turn();

        assertThat(last().reason()).startsWith("SYNC_TIMEOUT: ");
    }

    /** The first sync has ended, its hook too. */
    private void synced() {
        app.sync(desired(1, job("migrate", "PreSync"), config("web", "1")));
        app.cluster.status(migrate(), COMPLETE);
        app.turn();
        assertThat(last().outcome()).isEqualTo(Outcome.SUCCEEDED);
    }

    private SyncResult last() {
        return app.results().getLast();
    }

    private SyncEvent.Requested request() {
        List<SyncEvent> all = app.said(SyncEvent.Requested.class);
        return (SyncEvent.Requested) all.getLast();
    }

    private static ObjectRef migrate() {
        return job("migrate");
    }

    private static ObjectRef job(String name) {
        return ObjectRef.of("batch/v1", "Job", "shop", name);
    }

    private static Map<String, Object> job(String name, String phase) {
        var job =
                object(
                        "{'apiVersion':'batch/v1','kind':'Job',"
                                + "'metadata':{'name':'%s','namespace':'shop'}}".formatted(name));
        return annotated(job, HOOK, phase);
    }
}
