package io.dabbawala.reconciler.preview;

import static io.dabbawala.reconciler.plan.Fixtures.NOON;
import static io.dabbawala.reconciler.plan.Fixtures.annotated;
import static io.dabbawala.reconciler.plan.Fixtures.config;
import static io.dabbawala.reconciler.plan.Fixtures.deployment;
import static io.dabbawala.reconciler.plan.Fixtures.object;
import static io.dabbawala.reconciler.plan.Fixtures.ours;
import static org.assertj.core.api.Assertions.assertThat;

import io.dabbawala.reconciler.application.ArgoSettings;
import io.dabbawala.reconciler.object.Json;
import io.dabbawala.reconciler.operation.Operation;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExcludedKindsPreviewTest {

    private static final String REASON =
            "ExcludedResourceWarning: Resource /ConfigMap %s is excluded in the settings";

    private final List<Map<String, Object>> desired =
            List.of(
                    config("new", "1"),
                    config("there", "1"),
                    annotated(config("hook", "1"), "argocd.argoproj.io/hook", "PreSync,PostSync"),
                    deployment("web", "web:1"));
    private final List<Map<String, Object>> live =
            List.of(ours(config("there", "2")), ours(config("old", "1")));

    @Test
    void a_plan_names_what_is_declared_and_has_no_eye_for_what_is_left() {
        var prune = Operation.of(object("{'sync':{'prune':true}}"));
        var lines =
                new SyncPreview(application("{}", "''"), prune, NOON, _ -> {}).of(desired, live);

        assertThat(lines)
                .extracting(one -> one.step() + " " + one.ref().name() + " " + one.reason())
                .containsExactly(
                        "skip hook " + REASON.formatted("hook"),
                        "skip new " + REASON.formatted("new"),
                        "skip there " + REASON.formatted("there"),
                        "create web ");
    }

    @Test
    void a_deletion_leaves_them_alone() {
        var bye = annotated(config("bye", "1"), "argocd.argoproj.io/hook", "PostDelete");

        assertThat(
                        new DeletionPreview(application("{}", "''"), Operation.PLAIN, NOON)
                                .of(List.of(bye), live))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|''|none",
                "{}|https://kubernetes.default.svc|none",
                "{}|https://elsewhere|correct",
                "{'name':'in-cluster'}|https://kubernetes.default.svc|none",
                "{'name':'pune'}|https://kubernetes.default.svc|correct",
                "{'server':'https://elsewhere'}|https://else*|none",
                "{'server':'https://elsewhere'}|https://kubernetes.default.svc|correct"
            })
    void a_diff_says_nothing_of_them_on_the_cluster_they_are_excluded_on(
            String destination, String cluster, String change) {
        var preview = DiffPreview.of(application(destination, cluster), false, _ -> {});

        assertThat(preview.of(List.of(config("there", "1")), live, List.of()))
                .extracting(one -> one.change() + " " + one.ref().name())
                .startsWith(change + " there");
    }

    private static PreviewedApplication application(String destination, String cluster) {
        var clusters = cluster.isEmpty() || cluster.equals("''") ? "" : '"' + cluster + '"';
        var exclusions = "[{\"kinds\":[\"ConfigMap\"],\"clusters\":[%s]}]".formatted(clusters);
        return PreviewedApplication.of(
                        object(
                                "{'metadata':{'name':'web'},'spec':{'destination':%s}}"
                                        .formatted(destination)))
                .under(
                        ArgoSettings.of(
                                Map.of("data", Map.of("resource.exclusions", exclusions)),
                                Json::tree));
    }
}
