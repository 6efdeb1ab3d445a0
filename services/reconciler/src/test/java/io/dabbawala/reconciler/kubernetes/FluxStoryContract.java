package io.dabbawala.reconciler.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dabbawala.reconciler.application.Tracking;
import io.dabbawala.reconciler.object.Json;
import io.dabbawala.reconciler.plan.Fixtures;
import io.dabbawala.reconciler.sync.SyncResult.Outcome;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import java.util.ArrayList;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Whole syncs of Flux Kustomizations, with everything but Kafka. */
abstract class FluxStoryContract extends SyncStoryContract {

    static final String FLUX = "kustomize.toolkit.fluxcd.io/";

    @Test
    void a_kustomization_that_waits_is_synced_once_its_objects_are_ready() {
        desire(1, "'wait':true,'timeout':'5m',", pod("slow"));
        story.turnUntil(waiting -> waiting.startsWith("HEALTH_CHECK: Pod"));
        assertThat(story.results()).isZero();

        succeed("slow");
        story.turnUntil(_ -> story.results() == 1);

        assertThat(story.last().outcome()).as(story.last().reason()).isEqualTo(Outcome.SUCCEEDED);
    }

    @Test
    void what_flux_applied_is_adopted_by_its_labels_and_goes_when_it_left_git() {
        inventory("kept");
        inventory("left");

        desire(1, "", config("kept", "1", "0"));
        story.turnUntil(_ -> story.results() == 1);

        assertThat(story.last().outcome()).as(story.last().reason()).isEqualTo(Outcome.SUCCEEDED);
        await().atMost(PATIENCE).until(() -> cluster.read(ref("left")).isEmpty());
        var kept = cluster.read(ref("kept")).orElseThrow();
        assertThat(kept.annotation(Tracking.ANNOTATION)).startsWith(namespace + ":");
    }

    @Test
    void a_withdrawn_kustomization_takes_its_objects_along() {
        desire(1, "", config("a", "1", "0"), config("b", "1", "0"));
        story.turnUntil(_ -> story.results() == 1);

        desire(2, "'deletion':'background',", config("a", "1", "0"), config("b", "1", "0"));
        story.turnUntil(_ -> story.results() == 2);

        assertThat(story.last().outcome()).as(story.last().reason()).isEqualTo(Outcome.SUCCEEDED);
        await().atMost(PATIENCE).until(() -> cluster.read(ref("a")).isEmpty());
        await().atMost(PATIENCE).until(() -> cluster.read(ref("b")).isEmpty());
    }

    private void inventory(String name) {
        client.resource(
                        new ConfigMapBuilder()
                                .withNewMetadata()
                                .withName(name)
                                .withNamespace(namespace)
                                .addToLabels(FLUX + "name", namespace)
                                .addToLabels(FLUX + "namespace", "argocd")
                                .endMetadata()
                                .build())
                .create();
    }

    @SafeVarargs
    final void desire(long generation, String more, Map<String, Object>... objects) {
        var all = new ArrayList<Map<String, Object>>();
        for (var object : objects) {
            all.add(object);
        }
        story.desire(
                Fixtures.withSpec(
                        Fixtures.in(namespace, Json.write(all), generation),
                        """
                        {'kind':'Kustomization',%s'interval':'10m',
                         'destination':{'namespace':'%s'},
                         'syncPolicy':{'automated':{'prune':true,'selfHeal':true},
                          'syncOptions':['PrunePropagationPolicy=background']}}
                        """
                                .formatted(more, namespace),
                        generation));
    }
}
