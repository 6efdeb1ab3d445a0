package io.dabbawala.reconciler.sync;

import static io.dabbawala.reconciler.plan.Fixtures.annotated;
import static io.dabbawala.reconciler.plan.Fixtures.config;
import static io.dabbawala.reconciler.plan.Fixtures.desired;
import static io.dabbawala.reconciler.plan.Fixtures.ours;
import static io.dabbawala.reconciler.plan.Fixtures.ref;
import static org.assertj.core.api.Assertions.assertThat;

import io.dabbawala.reconciler.sync.execution.ObjectResult.Outcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Extra objects that ask for no comparison, as a generator of ConfigMaps leaves them. */
class ExtraneousTurnTest {

    private static final String OPTIONS = "argocd.argoproj.io/compare-options";

    private final Turns app = new Turns();

    @BeforeEach
    void leaveOne() {
        app.cluster.put(annotated(ours(config("old", "1")), OPTIONS, "IgnoreExtraneous"));
    }

    @Test
    void one_alone_is_no_difference() {
        app.cluster.put(ours(config("web", "1")));

        app.desire(desired(1, config("web", "1")));
        app.turn();

        assertThat(app.said(SyncEvent.Drifted.class)).isEmpty();
        assertThat(app.results())
                .singleElement()
                .satisfies(
                        result ->
                                assertThat(result.objects())
                                        .extracting(one -> one.result().outcome())
                                        .containsExactly(Outcome.UNCHANGED, Outcome.PRUNE_SKIPPED));
    }

    @Test
    void it_goes_when_something_else_is_synced() {
        app.cluster.put(ours(config("web", "0")));

        app.sync(desired(1, config("web", "1")));

        assertThat(app.cluster.read(ref("ConfigMap", "old"))).isEmpty();
    }

    @Test
    void it_goes_when_somebody_commands_a_sync() {
        app.cluster.put(ours(config("web", "1")));
        app.desire(desired(1, config("web", "1")));
        app.turn();

        app.command("c1");
        app.turn();
        app.admit();
        app.turn();

        assertThat(app.cluster.read(ref("ConfigMap", "old"))).isEmpty();
    }

    @Test
    void one_that_does_not_say_so_is_a_difference() {
        app.cluster.put(ours(config("web", "1")));
        app.cluster.put(ours(config("other", "1")));

        app.desire(desired(1, config("web", "1")));
        app.turn();

        assertThat(app.said(SyncEvent.Requested.class)).hasSize(1);
    }
}
