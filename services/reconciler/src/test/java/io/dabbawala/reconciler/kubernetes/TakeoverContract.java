package io.dabbawala.reconciler.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import io.dabbawala.reconciler.application.ArgoSettings;
import io.dabbawala.reconciler.application.Tracking;
import io.dabbawala.reconciler.application.Tracking.Method;
import io.dabbawala.reconciler.cluster.ApplyOptions;
import io.dabbawala.reconciler.cluster.ApplyOutcome;
import io.dabbawala.reconciler.diff.NotCompared;
import io.dabbawala.reconciler.ignore.WatchedKinds;
import io.dabbawala.reconciler.knowntype.KnownFields;
import io.dabbawala.reconciler.object.FieldChange;
import io.dabbawala.reconciler.object.Json;
import io.dabbawala.reconciler.object.LiveObject;
import io.dabbawala.reconciler.object.ObjectRef;
import io.dabbawala.reconciler.object.Tree;
import io.dabbawala.reconciler.plan.Fixtures;
import io.dabbawala.reconciler.plan.Planner;
import io.dabbawala.reconciler.plan.SyncStep;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An application that comes from Argo CD: nothing restarts, and what leaves Git later leaves. */
abstract class TakeoverContract extends DriftContract {

    private static final String LAST_APPLIED = "kubectl.kubernetes.io/last-applied-configuration";

    enum Left {
        BY_SERVER_SIDE_APPLY,
        BY_CLIENT_SIDE_APPLY,
        BY_KUBECTL_APPLY
    }

    @ParameterizedTest
    @EnumSource(Left.class)
    void what_argo_cd_left_is_adopted_as_it_is_and_what_leaves_git_later_leaves(Left left) {
        // Given
        var declared = deployment(Map.of("team", "pay"), 5);
        leave(declared, left);
        var planner = new Planner(cluster, cluster, _ -> Set.of());
        var before = live();
        assertThat(steps(planner, declared)).isEmpty();

        // When
        var withoutLabel = deployment(Map.of(), 5);
        var steps = steps(planner, withoutLabel);
        carryOut(planner, steps);

        // Then
        var after = live();
        assertThat(pointers(steps)).containsExactly("/metadata/labels/team");
        assertThat(after.label("team")).isEmpty();
        assertThat(Tree.map(after.content(), "spec")).isEqualTo(Tree.map(before.content(), "spec"));
        assertThat(generation(after)).isEqualTo(generation(before));
        assertThat(after.annotation(Tracking.ANNOTATION))
                .isEqualTo(before.annotation(Tracking.ANNOTATION))
                .isNotEmpty();
        assertThat(managers(after)).contains("dabbawala").doesNotContain(managerOf(left));
        assertThat(steps(planner, withoutLabel)).isEmpty();

        // When
        var withoutLimit = deployment(Map.of(), 0);
        carryOut(planner, steps(planner, withoutLimit));

        // Then
        assertThat(Tree.number(live().content(), "spec", "revisionHistoryLimit")).hasValue(10);
        assertThat(steps(planner, withoutLimit)).isEmpty();
    }

    @Test
    void what_argo_cd_tracked_by_label_is_adopted_and_what_left_git_since_goes() {
        // Given
        var labelled = Map.of(Tracking.INSTANCE, namespace);
        var declared = withoutId(deployment(Map.of("team", "pay"), 5));
        leave(withoutId(deployment(labelled, 5)), Left.BY_CLIENT_SIDE_APPLY);
        leaveConfig("left", labelled);
        var tracking = new Tracking(Method.LABEL, Tracking.INSTANCE, "");
        try (var labels = newCluster(tracking)) {
            var planner = new Planner(labels, labels, _ -> Set.of(), settings(tracking));
            var before = live();

            // When
            var steps = steps(planner, declared);

            // Then
            assertThat(steps)
                    .extracting(step -> step.getClass().getSimpleName(), step -> step.ref().name())
                    .containsExactlyInAnyOrder(tuple("Prune", "left"), tuple("Correct", "web"));
            var correct = steps.stream().filter(SyncStep.Correct.class::isInstance).toList();
            assertThat(pointers(correct)).containsExactly("/metadata/labels/team");

            // When
            carryOut(planner, correct);

            // Then
            assertThat(Tree.map(live().content(), "spec"))
                    .as("an annotation restarts nothing")
                    .isEqualTo(Tree.map(before.content(), "spec"));
            assertThat(live().label(Tracking.INSTANCE)).isEqualTo(namespace);
            assertThat(live().annotation(Tracking.ANNOTATION)).isNotEmpty();
        }
        assertThat(steps(new Planner(cluster, cluster, _ -> Set.of()), declared))
                .as("without the setting a label is nobody's")
                .noneMatch(SyncStep.Prune.class::isInstance);
    }

    private void leaveConfig(String name, Map<String, String> labels) {
        client.resource(
                        new ConfigMapBuilder()
                                .withNewMetadata()
                                .withName(name)
                                .withNamespace(namespace)
                                .withLabels(labels)
                                .endMetadata()
                                .build())
                .create();
    }

    private static Map<String, Object> withoutId(Map<String, Object> declared) {
        var metadata = new LinkedHashMap<>(Tree.map(declared, "metadata"));
        metadata.remove("annotations");
        return Fixtures.with(declared, "metadata", metadata);
    }

    private void leave(Map<String, Object> declared, Left left) {
        var path = "/apis/apps/v1/namespaces/%s/deployments".formatted(namespace);
        var manager = managerOf(left);
        var api = new Api(client);
        if (left == Left.BY_SERVER_SIDE_APPLY) {
            var answer = api.apply(path + "/web?fieldManager=" + manager, Json.bytes(declared));
            assertThat(answer.code()).isEqualTo(Answer.CREATED);
        } else {
            var noted = Fixtures.annotated(declared, LAST_APPLIED, Json.write(declared));
            client.raw(path + "?fieldManager=" + manager, "POST", Json.write(noted));
        }
        await().atMost(PATIENCE).until(() -> cluster.read(ref()).isPresent());
    }

    private void carryOut(Planner planner, List<SyncStep> steps) {
        for (var step : steps) {
            var manifest = ((SyncStep.Correct) step).manifest();
            assertThat(cluster.apply(manifest, ApplyOptions.POLITE))
                    .isInstanceOfSatisfying(
                            ApplyOutcome.Configured.class,
                            done -> planner.applied(manifest, done.now()));
        }
    }

    private List<SyncStep> steps(Planner planner, Map<String, Object> declared) {
        var state = Fixtures.in(namespace, Json.write(List.of(declared)));
        return planner.plan(state).steps().toList();
    }

    private Map<String, Object> deployment(Map<String, String> labels, int revisions) {
        var web = new LinkedHashMap<>(Fixtures.deployment("web", "web:1"));
        var metadata = new LinkedHashMap<String, Object>(Map.of("name", "web"));
        metadata.put("namespace", namespace);
        if (!labels.isEmpty()) {
            metadata.put("labels", labels);
        }
        var spec = new LinkedHashMap<>(Tree.map(web, "spec"));
        if (revisions > 0) {
            spec.put("revisionHistoryLimit", revisions);
        }
        web.put("metadata", metadata);
        web.put("spec", spec);
        var id = Tracking.idOf("argocd/" + namespace, ref(), namespace);
        return Fixtures.annotated(web, Tracking.ANNOTATION, id);
    }

    private ObjectRef ref() {
        return ObjectRef.of("apps/v1", "Deployment", namespace, "web");
    }

    private LiveObject live() {
        return LiveObject.of(
                new Api(client)
                        .get("/apis/apps/v1/namespaces/%s/deployments/web".formatted(namespace))
                        .tree());
    }

    private static String managerOf(Left left) {
        return left == Left.BY_KUBECTL_APPLY ? "kubectl-client-side-apply" : "argocd-controller";
    }

    private static long generation(LiveObject object) {
        return Tree.number(object.content(), "metadata", "generation").orElseThrow();
    }

    private static ArgoSettings settings(Tracking tracking) {
        return new ArgoSettings(
                tracking, List.of(), NotCompared.STATUS, KnownFields.UNSAID, WatchedKinds.ALL);
    }

    private static List<String> managers(LiveObject object) {
        return Tree.list(object.content(), "metadata", "managedFields").stream()
                .map(entry -> Tree.text(entry, "manager"))
                .toList();
    }

    private static List<String> pointers(List<SyncStep> steps) {
        return steps.stream()
                .map(SyncStep.Correct.class::cast)
                .flatMap(correct -> correct.fields().stream())
                .map(FieldChange::pointer)
                .toList();
    }
}
