package io.dabbawala.reconciler.plan;

import static io.dabbawala.reconciler.plan.Fixtures.annotated;
import static io.dabbawala.reconciler.plan.Fixtures.config;
import static io.dabbawala.reconciler.plan.Fixtures.deployment;
import static io.dabbawala.reconciler.plan.Fixtures.desired;
import static io.dabbawala.reconciler.plan.Fixtures.ours;
import static io.dabbawala.reconciler.plan.Fixtures.ref;
import static io.dabbawala.reconciler.plan.Fixtures.withSpec;
import static org.assertj.core.api.Assertions.assertThat;

import io.dabbawala.reconciler.application.ArgoSettings;
import io.dabbawala.reconciler.object.Json;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Of a kind that is excluded nothing is applied, compared, pruned or deleted. */
class ExcludedKindsTest {

    private static final String WEB =
            "EXCLUDED_RESOURCE_WARNING: Resource /ConfigMap web is excluded in the settings";

    private final InMemoryCluster cluster = new InMemoryCluster();
    private final Planner planner =
            new Planner(
                    cluster,
                    cluster,
                    _ -> Set.of(),
                    ArgoSettings.of(
                            Map.of(
                                    "data",
                                    Map.of("resource.exclusions", "[{\"kinds\":[\"ConfigMap\"]}]")),
                            Json::tree));

    @Test
    void a_declared_one_is_told_by_name_and_left_to_itself() {
        assertThat(planner.plan(desired(1, config("web", "1"), deployment("web", "web:1"))))
                .satisfies(
                        plan -> {
                            assertThat(plan.steps())
                                    .extracting(SyncStep::ref)
                                    .containsExactly(ref("Deployment", "web"));
                            assertThat(plan.declared()).hasSize(1);
                            assertThat(plan.notes()).containsExactly(WEB);
                        });
        assertThat(planner.declared(desired(1, config("web", "1")))).isEmpty();
    }

    @Test
    void one_that_was_applied_before_is_neither_corrected_nor_pruned_nor_deleted() {
        cluster.put(ours(config("web", "0")));
        cluster.put(ours(config("old", "0")));

        var plan = planner.plan(desired(1, config("web", "1")));
        assertThat(plan.steps()).isEmpty();
        assertThat(plan.kept()).isEmpty();

        var withdrawn = withSpec(desired(2, config("web", "1")), "{'deletion':'background'}", 2);
        assertThat(planner.plan(withdrawn).steps()).isEmpty();
    }

    @Test
    void a_hook_is_not_run() {
        var hook = annotated(config("web", "1"), "argocd.argoproj.io/hook", "PreSync");

        var found = planner.look(desired(1, hook, deployment("web", "web:1")));

        assertThat(found.withHooks("COMMIT").steps())
                .extracting(SyncStep::ref)
                .containsExactly(ref("Deployment", "web"));
        assertThat(found.withoutHooks().notes()).containsExactly(WEB);
    }

    @Test
    @SuppressWarnings("unchecked")
    void of_many_only_a_few_are_named() {
        var many = IntStream.range(0, 30).mapToObj(i -> config("web" + i, "1")).toArray(Map[]::new);

        assertThat(planner.plan(desired(1, many)).notes()).hasSize(10);
    }
}
