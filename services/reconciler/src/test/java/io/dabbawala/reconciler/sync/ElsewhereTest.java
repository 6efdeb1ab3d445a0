package io.dabbawala.reconciler.sync;

import static io.dabbawala.reconciler.plan.Fixtures.config;
import static io.dabbawala.reconciler.plan.Fixtures.desired;
import static org.assertj.core.api.Assertions.assertThat;

import io.dabbawala.reconciler.application.DesiredState;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ElsewhereTest {

    private static final DesiredState SECOND = desired(2, config("web", "2"));
    private static final String WEB = SECOND.application();

    private final Elsewhere elsewhere = new Elsewhere();
    private final Turns theirs = new Turns();

    @BeforeEach
    void sync() {
        theirs.sync(desired(1, config("web", "1")));
    }

    @Test
    void what_nobody_desires_elsewhere_is_not_known() {
        elsewhere.finished(WEB, theirs.results().getLast());

        assertThat(elsewhere.whyNotReady(WEB)).isEmpty();
    }

    @Test
    void what_is_desired_is_ready_once_its_own_reconciler_says_so() {
        elsewhere.finished(WEB, theirs.results().getLast());
        elsewhere.declare(SECOND);
        assertThat(elsewhere.whyNotReady(WEB)).contains("is not synced to its generation 2");

        theirs.sync(SECOND);
        elsewhere.finished(WEB, theirs.results().getLast());

        assertThat(elsewhere.whyNotReady(WEB)).contains("");
    }

    @Test
    void what_was_said_before_it_was_desired_counts_and_what_is_forgotten_does_not() {
        theirs.sync(SECOND);
        elsewhere.finished(WEB, theirs.results().getLast());
        elsewhere.declare(SECOND);
        assertThat(elsewhere.whyNotReady(WEB)).contains("");

        elsewhere.forget(WEB);

        assertThat(elsewhere.whyNotReady(WEB)).isEmpty();
    }
}
