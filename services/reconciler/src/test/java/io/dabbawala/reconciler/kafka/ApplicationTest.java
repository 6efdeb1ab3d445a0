package io.dabbawala.reconciler.kafka;

import static io.dabbawala.reconciler.plan.Fixtures.NOON;
import static io.dabbawala.reconciler.plan.Fixtures.config;
import static io.dabbawala.reconciler.plan.Fixtures.desired;
import static org.assertj.core.api.Assertions.assertThat;

import io.dabbawala.platform.Envelope;
import io.dabbawala.reconciler.sync.Progress;
import io.dabbawala.reconciler.sync.verdict.Verdict;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ApplicationTest {

    private final Application application = new Application(Progress.after(null));

    @Test
    void the_newest_state_wins_in_whatever_order_they_come() {
        assertThat(application.desire(desired(2, config("web", "2")), envelope("2"))).isTrue();
        assertThat(application.desire(desired(1, config("web", "1")), envelope("1"))).isFalse();
        assertThat(application.desire(desired(2, config("web", "2")), envelope("2"))).isFalse();

        assertThat(application.situation("", () -> true, NOON).orElseThrow().state().generation())
                .isEqualTo(2);
    }

    @Test
    void the_newest_verdict_wins_in_whatever_order_they_come() {
        application.desire(desired(1, config("web", "1")), envelope("1"));
        application.judge(verdict(Verdict.Decision.ADMITTED, NOON.plusSeconds(9)), envelope("v2"));
        application.judge(verdict(Verdict.Decision.HELD, NOON), envelope("v1"));

        assertThat(application.situation("", () -> true, NOON).orElseThrow().verdict().decision())
                .isEqualTo(Verdict.Decision.ADMITTED);
    }

    @Test
    void a_result_follows_from_its_verdict_and_everything_else_from_the_state() {
        application.desire(desired(1, config("web", "1")), envelope("state"));
        application.judge(verdict(Verdict.Decision.ADMITTED, NOON), envelope("verdict"));

        assertThat(application.cause("plan", null)).isEqualTo(envelope("verdict"));
        assertThat(application.cause("other", null)).isEqualTo(envelope("state"));
    }

    @Test
    void an_application_that_is_forgotten_has_no_turns() {
        application.desire(desired(1, config("web", "1")), envelope("1"));

        application.forget();

        assertThat(application.situation("", () -> true, NOON)).isEmpty();
    }

    private static Verdict verdict(Verdict.Decision decision, Instant judgedAt) {
        return new Verdict("argocd/web", 1, "plan", "in-cluster", decision, "", "", judgedAt);
    }

    private static Envelope envelope(String seed) {
        return Envelope.root("test", "Test", "argocd/web", NOON, seed);
    }
}
