package io.dabbawala.reconciler.sync;

import static io.dabbawala.reconciler.plan.Fixtures.annotated;
import static io.dabbawala.reconciler.plan.Fixtures.config;
import static io.dabbawala.reconciler.plan.Fixtures.desired;
import static io.dabbawala.reconciler.plan.Fixtures.object;
import static io.dabbawala.reconciler.plan.Fixtures.ref;
import static io.dabbawala.reconciler.plan.Fixtures.withSpec;
import static org.assertj.core.api.Assertions.assertThat;

import io.dabbawala.reconciler.application.DesiredState;
import io.dabbawala.reconciler.application.SyncPolicy;
import io.dabbawala.reconciler.object.ObjectRef;
import io.dabbawala.reconciler.sync.SyncResult.Outcome;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DeletionTurnTest {

    private static final String WAVE = "argocd.argoproj.io/sync-wave";
    private static final String OPTIONS = "argocd.argoproj.io/sync-options";
    private static final Map<String, Object> COMPLETE =
            object("{'conditions':[{'type':'Complete','status':'True'}]}");

    private final Turns app = new Turns();

    @Test
    void what_was_applied_last_goes_first_and_each_wave_waits_for_the_one_before() {
        var state =
                desired(
                        1,
                        config("first", "1"),
                        annotated(
                                annotated(config("held", "1"), WAVE, "1"), "keeps", "a finalizer"));
        app.sync(state);
        app.cluster.hold(ref("ConfigMap", "held"));
        app.cluster.forgetCalls();

        app.sync(withdrawn(state));
        assertThat(app.cluster.calls()).containsExactly("delete ConfigMap shop/held");
        assertThat(app.waiting()).startsWith("PRUNE: ConfigMap shop/held is still being deleted");
        app.cluster.remove(ref("ConfigMap", "held"));
        app.turn();

        assertThat(app.cluster.calls()).endsWith("delete ConfigMap shop/first");
        assertThat(app.results().getLast().outcome()).isEqualTo(Outcome.SUCCEEDED);
    }

    @Test
    void nothing_is_deleted_before_the_verdict_and_a_manual_application_needs_no_command() {
        var manual = new SyncPolicy(false, true, false, false, Set.of());
        var state = desired(1, manual, List.of(config("web", "1")));
        app.command("c1");
        app.sync(state);
        app.cluster.forgetCalls();

        app.desire(withdrawn(state));
        app.turn();
        assertThat(app.cluster.calls()).isEmpty();
        app.admit();
        app.turn();

        assertThat(app.cluster.calls()).containsExactly("delete ConfigMap shop/web");
    }

    @Test
    void what_asks_to_stay_stays() {
        var state =
                desired(
                        1,
                        config("web", "1"),
                        annotated(config("data", "1"), OPTIONS, "Delete=false"));
        app.sync(state);

        app.sync(withdrawn(state));

        assertThat(app.cluster.read(ref("ConfigMap", "web"))).isEmpty();
        assertThat(app.cluster.read(ref("ConfigMap", "data"))).isPresent();
    }

    @Test
    void hooks_run_around_the_deletion_once_each() {
        var state =
                desired(1, config("web", "1"), job("warn", "PreDelete"), job("bye", "PostDelete"));
        app.sync(state);
        assertThat(app.cluster.read(job("warn"))).as("no part of a sync").isEmpty();

        app.sync(withdrawn(state));
        assertThat(app.waiting()).startsWith("HOOK: PreDelete Job shop/warn");
        assertThat(app.cluster.read(ref("ConfigMap", "web"))).isPresent();
        app.cluster.status(job("warn"), COMPLETE);
        app.turn();
        assertThat(app.cluster.read(ref("ConfigMap", "web"))).isEmpty();
        assertThat(app.waiting()).startsWith("HOOK: PostDelete Job shop/bye");
        app.cluster.status(job("bye"), COMPLETE);
        app.turn();
        app.cluster.forgetCalls();
        app.turn();

        assertThat(app.results().getLast().outcome()).isEqualTo(Outcome.SUCCEEDED);
        assertThat(app.cluster.calls()).isEmpty();
    }

    @Test
    void killed_before_its_last_hook_has_ended_it_waits_for_it_after_the_restart() {
        var state = desired(1, config("web", "1"), job("bye", "PostDelete"));
        app.sync(state);
        app.sync(withdrawn(state));

        app.restartRemembering();
        app.turn();
        app.admit();
        app.turn();
        assertThat(app.waiting()).startsWith("HOOK: PostDelete Job shop/bye");
        app.cluster.status(job("bye"), COMPLETE);
        app.turn();

        assertThat(app.results().getLast().generation()).isEqualTo(2);
    }

    @Test
    void what_needs_a_confirmation_waits_for_it() {
        var state = desired(1, annotated(config("data", "1"), OPTIONS, "Delete=confirm"));
        app.sync(state);

        app.sync(withdrawn(state));
        assertThat(app.waiting()).startsWith("CONFIRM: ConfigMap shop/data");
        assertThat(app.cluster.read(ref("ConfigMap", "data"))).isPresent();

        var approved =
                "{'deletion':'foreground','annotations':"
                        + "{'argocd.argoproj.io/deletion-approved':'2026-11-24T11:59:00Z'}}";
        app.desire(withSpec(state, approved, 3));
        app.turn();
        app.admit();
        app.turn();

        assertThat(app.cluster.read(ref("ConfigMap", "data"))).isEmpty();
    }

    @Test
    void pruning_what_needs_a_confirmation_waits_for_it_too() {
        app.sync(
                desired(
                        1,
                        config("web", "1"),
                        annotated(config("data", "1"), OPTIONS, "Prune=confirm")));

        app.sync(desired(2, config("web", "2")));

        assertThat(app.waiting()).startsWith("CONFIRM: ConfigMap shop/data");
        assertThat(app.cluster.calls()).doesNotContain("delete ConfigMap shop/data");
    }

    @Test
    void one_that_is_declared_again_is_synced_again() {
        var state = desired(1, config("web", "1"));
        app.sync(state);
        app.sync(withdrawn(state));
        assertThat(app.cluster.read(ref("ConfigMap", "web"))).isEmpty();

        app.sync(desired(3, config("web", "1")));

        assertThat(app.cluster.read(ref("ConfigMap", "web"))).isPresent();
    }

    private static DesiredState withdrawn(DesiredState state) {
        return withSpec(state, "{'deletion':'foreground'}", state.generation() + 1);
    }

    private static ObjectRef job(String name) {
        return ObjectRef.of("batch/v1", "Job", "shop", name);
    }

    private static Map<String, Object> job(String name, String phase) {
        var job =
                object(
                        "{'apiVersion':'batch/v1','kind':'Job',"
                                + "'metadata':{'name':'%s','namespace':'shop'}}".formatted(name));
        return annotated(job, "argocd.argoproj.io/hook", phase);
    }
}
