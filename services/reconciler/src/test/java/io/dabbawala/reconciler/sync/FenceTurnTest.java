package io.dabbawala.reconciler.sync;

import static io.dabbawala.reconciler.plan.Fixtures.annotated;
import static io.dabbawala.reconciler.plan.Fixtures.config;
import static io.dabbawala.reconciler.plan.Fixtures.desired;
import static io.dabbawala.reconciler.plan.Fixtures.ref;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dabbawala.reconciler.sync.SyncResult.Outcome;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** An application that may be somebody else's by now is written to no further. */
class FenceTurnTest {

    private final Turns app = new Turns();

    @Test
    void a_sync_ends_where_the_application_may_be_somebody_elses() {
        app.desire(desired(1, config("a", "1"), inTheNextWave(config("b", "1"))));
        app.turn();
        app.admit();
        app.isOurs(() -> app.cluster.read(ref("ConfigMap", "a")).isEmpty());

        assertThatThrownBy(app::turn).hasMessageContaining("somebody else's");

        assertThat(app.cluster.calls().stream().filter(Turns::isWrite))
                .containsExactly("apply ConfigMap shop/a");
        assertThat(app.results()).isEmpty();
    }

    @Test
    void a_hook_is_not_started_for_somebody_else() {
        var hook = annotated(config("migrate", "1"), "argocd.argoproj.io/hook", "PreSync");
        app.desire(desired(1, hook, config("a", "1")));
        app.turn();
        app.admit();
        app.isOurs(() -> false);

        assertThatThrownBy(app::turn).hasMessageContaining("somebody else's");

        assertThat(app.cluster.calls()).noneMatch(Turns::isWrite);
    }

    @Test
    void it_goes_on_once_that_is_certain_again() {
        app.desire(desired(1, config("a", "1")));
        app.turn();
        app.admit();
        app.isOurs(() -> false);
        assertThatThrownBy(app::turn).hasMessageContaining("somebody else's");

        app.isOurs(() -> true);
        app.turn();

        assertThat(app.results().getLast().outcome()).isEqualTo(Outcome.SUCCEEDED);
    }

    private static Map<String, Object> inTheNextWave(Map<String, Object> content) {
        return annotated(content, "argocd.argoproj.io/sync-wave", "1");
    }
}
