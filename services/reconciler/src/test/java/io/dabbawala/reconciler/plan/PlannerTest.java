package io.dabbawala.reconciler.plan;

import static io.dabbawala.reconciler.plan.Fixtures.annotated;
import static io.dabbawala.reconciler.plan.Fixtures.config;
import static io.dabbawala.reconciler.plan.Fixtures.deployment;
import static io.dabbawala.reconciler.plan.Fixtures.desired;
import static io.dabbawala.reconciler.plan.Fixtures.object;
import static io.dabbawala.reconciler.plan.Fixtures.ours;
import static io.dabbawala.reconciler.plan.Fixtures.ref;
import static io.dabbawala.reconciler.plan.Fixtures.with;
import static io.dabbawala.reconciler.plan.Fixtures.withSpec;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import io.dabbawala.reconciler.application.ArgoSettings;
import io.dabbawala.reconciler.application.DesiredState;
import io.dabbawala.reconciler.application.Destination;
import io.dabbawala.reconciler.application.IgnoredDifference;
import io.dabbawala.reconciler.application.SyncCause;
import io.dabbawala.reconciler.application.SyncPolicy;
import io.dabbawala.reconciler.application.Tracking;
import io.dabbawala.reconciler.cluster.ApplyOptions;
import io.dabbawala.reconciler.cluster.ApplyOutcome;
import io.dabbawala.reconciler.cluster.Cluster;
import io.dabbawala.reconciler.cluster.DeleteOptions;
import io.dabbawala.reconciler.cluster.DeleteOutcome;
import io.dabbawala.reconciler.diff.NotCompared;
import io.dabbawala.reconciler.ignore.WatchedKinds;
import io.dabbawala.reconciler.knowntype.KnownFields;
import io.dabbawala.reconciler.object.FieldChange;
import io.dabbawala.reconciler.object.FieldWriter;
import io.dabbawala.reconciler.object.Json;
import io.dabbawala.reconciler.object.LiveChange;
import io.dabbawala.reconciler.object.LiveObject;
import io.dabbawala.reconciler.object.Manifest;
import io.dabbawala.reconciler.object.ObjectRef;
import io.dabbawala.reconciler.object.Tree;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class PlannerTest {

    private final InMemoryCluster cluster = new InMemoryCluster();
    private Set<String> ownedElsewhere = Set.of();
    private final Planner planner =
            new Planner(
                    cluster,
                    cluster,
                    ref -> ref.kind().equals("Deployment") ? ownedElsewhere : Set.of());

    @Test
    void creates_what_is_absent_and_leaves_alone_what_is_as_declared() {
        cluster.put(ours(config("old", "1")));

        var plan = planner.plan(desired(1, config("old", "1"), config("new", "1")));

        assertThat(plan.steps()).extracting(SyncStep::ref).containsExactly(ref("ConfigMap", "new"));
        assertThat(plan.steps()).allMatch(SyncStep.Create.class::isInstance);
        assertThat(cluster.calls()).isEmpty();
    }

    @Test
    void what_is_applied_writes_whose_it_is_and_where_it_goes() {
        var bare = object("{'apiVersion':'v1','kind':'ConfigMap','metadata':{'name':'bare'}}");

        var step = planner.plan(desired(1, bare)).steps().findFirst().orElseThrow();

        var manifest = ((SyncStep.Create) step).manifest();
        assertThat(manifest.ref().namespace()).isEqualTo("shop");
        assertThat(manifest.annotation(Tracking.ANNOTATION)).isEqualTo("web:/ConfigMap:shop/bare");
    }

    @Test
    void corrects_a_field_and_says_who_changed_it() {
        var edited = with(ours(deployment("web", "web:1")), "spec", editedSpec());
        cluster.put(managed(edited, "kubectl-edit", "{'f:spec':{'f:replicas':{}}}"));

        var plan = planner.plan(desired(1, deployment("web", "web:1")));

        var correct = (SyncStep.Correct) plan.steps().findFirst().orElseThrow();
        assertThat(correct.fields())
                .extracting(FieldChange::pointer, FieldChange::live, FieldChange::desired)
                .containsExactly(tuple("/spec/replicas", "5", "2"));
        assertThat(correct.changedBy())
                .isEqualTo(new FieldWriter("kubectl-edit", "Update", Fixtures.NOON));
    }

    @Test
    void a_second_edit_of_the_same_kind_is_another_plan_and_a_new_status_is_not() {
        var edited = with(ours(deployment("web", "web:1")), "spec", editedSpec());
        cluster.put(generation(edited, 2));
        var first = planner.plan(desired(1, deployment("web", "web:1")));
        cluster.put(with(generation(edited, 2), "status", Map.of("replicas", 1)));
        var same = planner.plan(desired(1, deployment("web", "web:1")));
        cluster.put(generation(edited, 4));
        var second = planner.plan(desired(1, deployment("web", "web:1")));

        assertThat(same.digest()).isEqualTo(first.digest());
        assertThat(second.digest()).isNotEqualTo(first.digest());
        assertThat(planner.plan(desired(2, deployment("web", "web:1"))).digest())
                .isNotEqualTo(second.digest());
    }

    @Test
    void another_spelling_is_asked_for_once_and_is_no_drift() {
        var declared = with(config("web", "1"), "data", Map.of("memory", "1024Mi"));
        cluster.put(ours(with(config("web", "1"), "data", Map.of("memory", "1Gi"))));
        var normalising = new Normalising(cluster, "1024Mi", "1Gi");
        var asking = new Planner(normalising, cluster, _ -> Set.of());

        assertThat(asking.plan(desired(1, declared)).isEmpty()).isTrue();
        assertThat(asking.plan(desired(1, declared)).isEmpty()).isTrue();
        assertThat(normalising.asked).isEqualTo(1);
    }

    @Test
    void what_argo_cd_ignores_in_every_application_is_ignored_beside_what_this_one_does() {
        var everywhere = ignored("/data/answer");
        var planner =
                new Planner(
                        cluster,
                        cluster,
                        _ -> Set.of(),
                        new ArgoSettings(
                                Tracking.BY_ANNOTATION,
                                List.of(everywhere),
                                NotCompared.STATUS,
                                KnownFields.UNSAID,
                                WatchedKinds.ALL));
        cluster.put(ours(with(config("web", "1"), "data", Map.of("answer", "2", "own", "2"))));
        var declared = with(config("web", "1"), "data", Map.of("answer", "1", "own", "1"));
        var own =
                "{'ignoreDifferences':[{'group':'','kind':'ConfigMap','jsonPointers':['/data/own']}]}";

        assertThat(planner.plan(desired(1, declared)).steps())
                .singleElement()
                .isInstanceOfSatisfying(
                        SyncStep.Correct.class,
                        step ->
                                assertThat(step.fields())
                                        .extracting(FieldChange::pointer)
                                        .containsExactly("/data/own"));
        assertThat(planner.plan(withSpec(desired(1, declared), own, 1)).isEmpty()).isTrue();
    }

    private static IgnoredDifference ignored(String pointer) {
        return new IgnoredDifference(
                "", "ConfigMap", "", "", List.of(pointer), List.of(), List.of());
    }

    @Test
    void prunes_what_left_git_but_nothing_another_owns_or_somebody_copied() {
        cluster.put(ours(config("old", "1")));
        cluster.put(config("foreign", "1"));
        cluster.put(
                annotated(
                        config("copy", "1"), Tracking.ANNOTATION, "web:/ConfigMap:shop/original"));
        cluster.put(
                annotated(
                        config("billing", "1"),
                        Tracking.ANNOTATION,
                        "billing:/ConfigMap:shop/billing"));

        var plan = planner.plan(desired(1, config("new", "1")));

        assertThat(plan.steps().filter(SyncStep.Prune.class::isInstance))
                .extracting(SyncStep::ref)
                .containsExactly(ref("ConfigMap", "old"));
    }

    @Test
    void keeps_what_may_not_be_pruned_and_says_why() {
        cluster.put(ours(config("old", "1")));
        cluster.put(
                annotated(
                        ours(config("dear", "1")),
                        "argocd.argoproj.io/sync-options",
                        "Prune=false"));
        var manual = new SyncPolicy(true, false, true, false, Set.of());
        var objects = List.of(config("new", "1"));

        var withPrune = planner.plan(desired(1, config("new", "1")));
        var without = planner.plan(desired(1, manual, objects));

        assertThat(withPrune.kept())
                .extracting(SyncStep.Keep::reason)
                .containsExactly("ignored (no prune)");
        assertThat(without.kept())
                .extracting(SyncStep.Keep::reason)
                .containsOnly("ignored (requires pruning)");
        assertThat(without.steps()).noneMatch(SyncStep.Prune.class::isInstance);
    }

    @Test
    void an_object_that_is_being_deleted_is_not_pruned_again() {
        var dying = ours(config("old", "1"));
        var metadata = new HashMap<>(Tree.map(dying, "metadata"));
        metadata.put("deletionTimestamp", "2026-11-24T11:00:00Z");
        cluster.put(with(dying, "metadata", metadata));

        assertThat(planner.plan(desired(1)).isEmpty()).isTrue();
    }

    @Test
    void everything_leaving_at_once_is_seen() {
        cluster.put(ours(config("old", "1")));

        assertThat(planner.plan(desired(1)).wipesOut()).isTrue();
        assertThat(planner.plan(desired(1, config("new", "1"))).wipesOut()).isFalse();
    }

    @Test
    void a_field_that_is_decided_elsewhere_is_neither_compared_nor_applied() {
        cluster.put(with(ours(deployment("web", "web:1")), "spec", editedSpec()));
        ownedElsewhere = Set.of("/spec/replicas");

        assertThat(planner.plan(desired(1, deployment("web", "web:1"))).isEmpty()).isTrue();

        var plan = planner.plan(desired(1, deployment("web", "web:2")));
        var manifest = ((SyncStep.Correct) plan.steps().findFirst().orElseThrow()).manifest();
        assertThat(Tree.at(manifest.content(), "spec", "replicas")).isEmpty();
        assertThat(Tree.at(manifest.content(), "spec", "template")).isPresent();
    }

    @Test
    void an_object_is_created_whole_whoever_decides_a_field_later() {
        ownedElsewhere = Set.of("/spec/replicas");

        var plan = planner.plan(desired(1, deployment("web", "web:1")));

        var manifest = ((SyncStep.Create) plan.steps().findFirst().orElseThrow()).manifest();
        assertThat(Tree.number(manifest.content(), "spec", "replicas")).hasValue(2);
    }

    @Test
    void values_of_secrets_are_not_told() {
        var secret =
                object(
                        "{'apiVersion':'v1','kind':'Secret','metadata':{'name':'key'},"
                                + "'stringData':{'password':'desired-secret'}}");
        var live =
                object(
                        "{'apiVersion':'v1','kind':'Secret',"
                                + "'metadata':{'name':'key','namespace':'shop'},'data':{'password':'bGl2ZQ=='}}");
        cluster.put(ours(live));

        var plan = planner.plan(desired(1, secret));

        var correct = (SyncStep.Correct) plan.steps().findFirst().orElseThrow();
        assertThat(correct.fields())
                .extracting(FieldChange::live, FieldChange::desired)
                .containsExactly(tuple("\"<redacted, differs>\"", "\"<redacted, differs>\""));
    }

    @Test
    void the_namespace_is_created_first_when_it_is_missing_and_only_when_asked_to() {
        var create = new SyncPolicy(true, true, true, false, Set.of("CreateNamespace=true"));
        var objects = List.of(config("web", "1"));

        assertThat(planner.plan(desired(1, create, objects)).steps())
                .extracting(step -> step.ref().toString())
                .containsExactly("Namespace shop", "ConfigMap shop/web");
        assertThat(planner.plan(desired(1, config("web", "1"))).steps()).hasSize(1);
        cluster.put(object("{'apiVersion':'v1','kind':'Namespace','metadata':{'name':'shop'}}"));
        assertThat(planner.plan(desired(1, create, objects)).steps()).hasSize(1);
    }

    @Test
    void hooks_belong_to_a_moment_and_are_left_out() {
        var hook = annotated(config("migrate", "1"), "argocd.argoproj.io/hook", "PreSync");

        assertThat(planner.plan(desired(1, hook)).isEmpty()).isTrue();
    }

    @Test
    void manifests_that_are_no_objects_are_refused() {
        var nonsense =
                new DesiredState(
                        "argocd/web",
                        "d",
                        "r",
                        1,
                        Json.digest("[1]"),
                        "[1]",
                        "default",
                        new Destination("", "", "shop"),
                        Fixtures.AUTOMATED,
                        "",
                        SyncCause.COMMIT,
                        Fixtures.NOON);

        assertThatIllegalArgumentException().isThrownBy(() -> planner.plan(nonsense));
    }

    private static Map<String, Object> editedSpec() {
        return with(Tree.map(deployment("web", "web:1"), "spec"), "replicas", 5);
    }

    private static Map<String, Object> generation(Map<String, Object> content, int generation) {
        return with(
                content, "metadata", with(Tree.map(content, "metadata"), "generation", generation));
    }

    private static Map<String, Object> managed(
            Map<String, Object> content, String manager, String fields) {
        var entry =
                Map.of(
                        "manager",
                        manager,
                        "operation",
                        "Update",
                        "time",
                        "2026-11-24T12:00:00Z",
                        "fieldsV1",
                        object(fields));
        return with(
                content,
                "metadata",
                with(Tree.map(content, "metadata"), "managedFields", List.of(entry)));
    }

    /** An API server that writes one value in its own way. */
    private static final class Normalising implements Cluster {

        private final InMemoryCluster cluster;
        private final String spelling;
        private final String own;
        private int asked;

        Normalising(InMemoryCluster cluster, String spelling, String own) {
            this.cluster = cluster;
            this.spelling = spelling;
            this.own = own;
        }

        @Override
        public Optional<LiveObject> read(ObjectRef ref) {
            return cluster.read(ref);
        }

        @Override
        public List<LiveObject> tracked(String application) {
            return cluster.tracked(application);
        }

        @Override
        public ApplyOutcome apply(Manifest manifest, ApplyOptions options) {
            asked++;
            var text = Json.write(manifest.content()).replace(spelling, own);
            return cluster.apply(Manifest.of(Json.object(text)), options);
        }

        @Override
        public void release(LiveObject object, String finalizer) {
            cluster.release(object, finalizer);
        }

        @Override
        public DeleteOutcome delete(ObjectRef ref, DeleteOptions options) {
            return cluster.delete(ref, options);
        }

        @Override
        public void watch(Consumer<LiveChange> listener) {
            cluster.watch(listener);
        }
    }
}
