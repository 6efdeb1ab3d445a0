package io.dabbawala.reconciler.kafka;

import static io.dabbawala.reconciler.plan.Fixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.dabbawala.platform.Envelope;
import io.dabbawala.reconciler.application.SyncCause;
import io.dabbawala.reconciler.health.Health;
import io.dabbawala.reconciler.plan.Fixtures;
import io.dabbawala.reconciler.sync.Progress;
import io.dabbawala.reconciler.sync.SyncEvent;
import io.dabbawala.reconciler.sync.SyncResult;
import io.dabbawala.reconciler.sync.SyncResult.Outcome;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class EnvelopesTest {

    private static final Envelope DESIRED =
            Envelope.root("git-watcher", "DesiredState", "argocd/web", NOON, "seed");

    @Test
    void a_result_that_is_told_again_is_the_same_event() {
        assertThat(id(Outcome.FAILED, 0, NOON))
                .isEqualTo(id(Outcome.FAILED, 0, NOON.plusSeconds(9)));
    }

    @Test
    void another_attempt_is_another_event() {
        assertThat(id(Outcome.FAILED, 1, NOON)).isNotEqualTo(id(Outcome.FAILED, 0, NOON));
    }

    @Test
    void a_success_after_a_restart_is_not_the_failure_before_it() {
        assertThat(id(Outcome.SUCCEEDED, 0, NOON)).isNotEqualTo(id(Outcome.FAILED, 0, NOON));
    }

    private static String id(Outcome outcome, int attempt, Instant at) {
        var state = Group.state(1, Fixtures.config("web", "1"));
        var application = new Application(Progress.after(null));
        application.desire(state, DESIRED);
        var result =
                new SyncResult(
                        1,
                        "sha256:plan",
                        SyncCause.COMMIT,
                        outcome,
                        "",
                        new Health(Health.Status.HEALTHY, ""),
                        attempt,
                        0,
                        List.of(),
                        List.of(),
                        at,
                        at);
        return Envelopes.of(new SyncEvent.Finished(state, result, ""), application, null).id();
    }
}
