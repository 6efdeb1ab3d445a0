package io.dabbawala.reconciler.sync;

import static io.dabbawala.reconciler.plan.Fixtures.config;
import static io.dabbawala.reconciler.plan.Fixtures.desired;
import static org.assertj.core.api.Assertions.assertThat;

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
    void a_command_waits_for_nobody() {
        app.depends("argocd/db is Degraded");
        app.command("c1");

        app.sync(desired(1, config("web", "1")));

        assertThat(app.results()).hasSize(1);
    }
}
