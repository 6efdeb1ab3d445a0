package io.dabbawala.reconciler.sync;

import static io.dabbawala.reconciler.plan.Fixtures.config;
import static io.dabbawala.reconciler.plan.Fixtures.desired;
import static org.assertj.core.api.Assertions.assertThat;

import io.dabbawala.reconciler.application.Destination;
import org.junit.jupiter.api.Test;

class WaitingTurnTest {

    private final Turns app = new Turns();

    @Test
    void what_depends_on_another_waits_for_it_and_tells_that_once() {
        app.depends("argocd/db is Progressing");
        app.desire(desired(1, config("web", "1")));
        app.turn();
        app.turn();
        assertThat(app.waiting()).isEqualTo("DEPENDS_ON: argocd/db is Progressing");
        assertThat(app.said(SyncEvent.Drifted.class))
                .singleElement()
                .extracting(one -> ((SyncEvent.Drifted) one).waiting())
                .isEqualTo("DEPENDS_ON: argocd/db is Progressing");
        assertThat(app.said(SyncEvent.Requested.class)).isEmpty();

        app.depends("");
        app.turn();

        assertThat(app.said(SyncEvent.Requested.class)).hasSize(1);
        assertThat(app.said(SyncEvent.Drifted.class)).hasSize(1);
    }

    @Test
    void what_goes_nowhere_is_told_once_for_each_state_and_never_applied() {
        var nowhere = new Destination("atlantis", "", "shop");
        app.desire(Turns.to(nowhere, desired(1, config("web", "1"))));
        app.turn();
        app.turn();
        app.command("c1");
        app.turn();

        assertThat(app.results())
                .singleElement()
                .extracting(SyncResult::reason)
                .asString()
                .startsWith("DESTINATION_UNKNOWN: ");
        assertThat(app.said(SyncEvent.Requested.class)).isEmpty();
        assertThat(app.hasCommand()).isFalse();

        app.desire(Turns.to(nowhere, desired(2, config("web", "1"))));
        app.turn();
        assertThat(app.results()).hasSize(2);
    }

    @Test
    void a_command_waits_for_nobody() {
        app.depends("argocd/db is Degraded");
        app.command("c1");

        app.sync(desired(1, config("web", "1")));

        assertThat(app.results()).hasSize(1);
    }
}
