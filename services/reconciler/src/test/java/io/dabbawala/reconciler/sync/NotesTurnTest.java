package io.dabbawala.reconciler.sync;

import static io.dabbawala.reconciler.plan.Fixtures.AUTOMATED;
import static io.dabbawala.reconciler.plan.Fixtures.config;
import static io.dabbawala.reconciler.plan.Fixtures.desired;
import static io.dabbawala.reconciler.plan.Fixtures.ours;
import static io.dabbawala.reconciler.plan.Fixtures.withSpec;
import static org.assertj.core.api.Assertions.assertThat;

import io.dabbawala.reconciler.application.DesiredState;
import io.dabbawala.reconciler.sync.SyncResult.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What an application asks for in vain is told, and nothing stops for it. */
class NotesTurnTest {

    private static final String FAILS = ".data.answer | error(\\\"no\\\")";

    private final Turns app = new Turns();

    @Test
    void an_expression_that_fails_is_told_with_what_differs_and_the_sync_goes_on() {
        app.cluster.put(ours(config("web", "0")));

        app.sync(ignoring(1, FAILS, config("web", "1")));

        var drift = (SyncEvent.Drifted) app.said(SyncEvent.Drifted.class).getFirst();
        assertThat(drift.plan().notes()).singleElement().asString().startsWith("IGNORE_FAILED: ");
        assertThat(app.cluster.calls()).contains("apply ConfigMap shop/web");
        assertThat(app.results().getFirst().outcome()).isEqualTo(Outcome.SUCCEEDED);
        assertThat(app.results().getFirst().notes()).isEqualTo(drift.plan().notes());
    }

    @Test
    void it_is_told_once_when_it_first_shows_after_the_sync() {
        app.sync(ignoring(1, FAILS, config("web", "1")));
        assertThat(app.results().getLast().notes()).isEmpty();

        app.turn();
        app.turn();

        assertThat(app.results()).hasSize(2);
        assertThat(app.results().getLast().sequence()).isEqualTo(1);
        assertThat(app.results().getLast().notes()).hasSize(1);

        app.restartRemembering();
        app.turn();
        assertThat(app.results()).as("a restart tells it again").hasSize(2);
    }

    @Test
    void it_is_taken_back_once_it_is_mended() {
        app.sync(ignoring(1, FAILS, config("web", "1")));
        app.turn();

        app.sync(ignoring(2, ".data.nothing", config("web", "1")));
        app.turn();

        assertThat(app.results().getLast().generation()).isEqualTo(2);
        assertThat(app.results().getLast().notes()).isEmpty();
    }

    @Test
    void of_many_objects_only_a_few_are_named() {
        var objects = new ArrayList<Map<String, Object>>();
        for (int i = 0; i < 30; i++) {
            objects.add(config("web" + i, "1"));
            app.cluster.put(ours(config("web" + i, "0")));
        }

        app.sync(ignoring(1, FAILS, objects));

        assertThat(app.results().getFirst().notes()).hasSize(10);
    }

    private static DesiredState ignoring(
            long generation, String expression, Map<String, Object> object) {
        return ignoring(generation, expression, List.of(object));
    }

    private static DesiredState ignoring(
            long generation, String expression, List<Map<String, Object>> objects) {
        return withSpec(
                desired(generation, AUTOMATED, objects),
                """
                {'syncPolicy':{'automated':{'prune':true,'selfHeal':true}},
                 'ignoreDifferences':[{'group':'*','kind':'*','jqPathExpressions':['%s']}]}
                """
                        .formatted(expression),
                generation);
    }
}
