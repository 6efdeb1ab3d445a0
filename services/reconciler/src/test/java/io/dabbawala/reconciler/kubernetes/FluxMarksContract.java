package io.dabbawala.reconciler.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dabbawala.reconciler.object.Json;
import io.dabbawala.reconciler.object.ObjectRef;
import io.dabbawala.reconciler.object.Tree;
import io.dabbawala.reconciler.ownership.Deliverers;
import io.dabbawala.reconciler.plan.Fixtures;
import io.dabbawala.reconciler.sync.SyncResult.Outcome;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.dsl.Resource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Syncs of Kustomizations in which somebody says on the object itself what Flux may do to it. */
abstract class FluxMarksContract extends FluxStoryContract {

    enum In {
        GIT,
        CLUSTER
    }

    @ParameterizedTest
    @CsvSource({"reconcile,disabled", "ssa,Ignore"})
    void what_is_left_alone_in_the_cluster_is_neither_corrected_nor_pruned_nor_waited_for(
            String mark, String word) {
        // Given
        sync(1, "", config("web", "1", "0"), pod("slow"));
        mark(client.configMaps().inNamespace(namespace).withName("web"), mark, word);
        mark(client.pods().inNamespace(namespace).withName("slow"), mark, word);

        // When
        desire(2, "'wait':true,", config("web", "2", "0"), pod("slow"), config("b", "1", "0"));
        story.turnUntil(
                waiting -> {
                    assertThat(waiting).doesNotContain("Pod");
                    return story.results() == 2;
                });

        // Then
        assertThat(answerOf("web")).isEqualTo("1");
        assertThat(answerOf("b")).isEqualTo("1");

        // When
        mark(client.configMaps().inNamespace(namespace).withName("web"), mark, null);
        story.turnUntil(_ -> answerOf("web").equals("2"));
        story.turnUntil(_ -> story.results() == 3);

        // Then
        assertThat(story.last().outcome()).as(story.last().reason()).isEqualTo(Outcome.SUCCEEDED);
    }

    @Test
    void what_is_only_created_is_left_to_others_and_goes_when_it_left_git() {
        var once = marked(config("web", "1", "0"), "ssa", "IfNotPresent");
        sync(1, "", once);
        client.configMaps()
                .inNamespace(namespace)
                .withName("web")
                .edit(
                        one -> {
                            one.setData(Map.of("answer", "by hand"));
                            return one;
                        });
        await().atMost(PATIENCE).until(() -> answerOf("web").equals("by hand"));

        sync(2, "", once, config("b", "1", "0"));
        assertThat(answerOf("web")).isEqualTo("by hand");

        sync(3, "", config("b", "1", "0"));
        await().atMost(PATIENCE).until(() -> cluster.read(ref("web")).isEmpty());
    }

    @ParameterizedTest
    @EnumSource(In.class)
    void what_is_not_to_be_pruned_stays_when_it_left_git_and_when_all_of_it_goes(In place) {
        // Given
        var dear = config("dear", "1", "0");
        var web = config("web", "1", "0");
        sync(1, "", place == In.GIT ? marked(dear, "prune", "disabled") : dear, web);
        if (place == In.CLUSTER) {
            mark(client.configMaps().inNamespace(namespace).withName("dear"), "prune", "disabled");
        }

        // When
        sync(2, "", config("web", "2", "0"));

        // Then
        assertThat(cluster.read(ref("dear"))).isPresent();

        // When
        sync(3, "'deletion':'background',", config("web", "2", "0"));

        // Then
        await().atMost(PATIENCE).until(() -> cluster.read(ref("web")).isEmpty());
        assertThat(cluster.read(ref("dear"))).isPresent();
    }

    @ParameterizedTest
    @EnumSource(In.class)
    void what_cannot_be_changed_is_created_anew_where_that_is_said(In place) {
        // Given
        sync(1, "", sealed("1"));
        var before = cluster.read(ref("web")).orElseThrow().uid();
        desire(2, "", sealed("2"));
        story.turnUntil(_ -> story.results() == 2);
        assertThat(story.last().reason()).startsWith("INVALID");

        // When
        if (place == In.CLUSTER) {
            mark(client.configMaps().inNamespace(namespace).withName("web"), "force", "enabled");
        }
        var said = place == In.GIT ? marked(sealed("3"), "force", "enabled") : sealed("3");
        desire(3, "", said);
        story.turnUntil(_ -> story.last().outcome() == Outcome.SUCCEEDED && story.results() > 2);

        // Then
        assertThat(answerOf("web")).isEqualTo("3");
        assertThat(cluster.read(ref("web")).orElseThrow().uid()).isNotEqualTo(before);
    }

    @ParameterizedTest
    @EnumSource(In.class)
    void what_kubectl_applied_stays_beside_what_is_declared_where_that_is_said(In place) {
        // Given
        var there = withData(config("web", "1", "0"), Map.of("answer", "1", "more", "by hand"));
        applyWithKubectl(place == In.CLUSTER ? marked(there, "ssa", "Merge") : there);
        var web = config("web", "1", "0");

        // When
        sync(1, "", place == In.GIT ? marked(web, "ssa", "Merge") : web);
        sync(2, "", withData(marked(web, "ssa", "Merge"), Map.of("answer", "2")));

        // Then
        assertThat(data("web")).isEqualTo(Map.of("answer", "2", "more", "by hand"));
        assertThat(managersOf("web")).contains("dabbawala", "kubectl-client-side-apply");
    }

    @Test
    void what_kubectl_applied_goes_where_nothing_is_said() {
        applyWithKubectl(
                withData(config("web", "1", "0"), Map.of("answer", "1", "more", "by hand")));

        sync(1, "", config("web", "1", "0"));

        assertThat(data("web")).isEqualTo(Map.of("answer", "1"));
        assertThat(managersOf("web")).doesNotContain("kubectl-client-side-apply");
    }

    @SafeVarargs
    private void sync(long generation, String more, Map<String, Object>... objects) {
        desire(generation, more, objects);
        story.turnUntil(_ -> story.results() == generation);
        assertThat(story.last().outcome()).as(story.last().reason()).isEqualTo(Outcome.SUCCEEDED);
    }

    /**
     * @param word null: the mark goes
     */
    private <T extends HasMetadata> void mark(Resource<T> object, String mark, String word) {
        await().atMost(PATIENCE)
                .ignoreExceptions() // somebody else writes its status too
                .until(() -> object.edit(one -> marked(one, mark, word)) != null);
        var now = object.get();
        var ref =
                ObjectRef.of(
                        now.getApiVersion(), now.getKind(), namespace, now.getMetadata().getName());
        await().atMost(PATIENCE)
                .until(
                        () ->
                                cluster.read(ref)
                                        .orElseThrow()
                                        .annotation(FLUX + mark)
                                        .equals(word == null ? "" : word));
    }

    private static <T extends HasMetadata> T marked(T object, String mark, String word) {
        var marks = new LinkedHashMap<>(object.getMetadata().getAnnotations());
        marks.compute(FLUX + mark, (_, _) -> word);
        object.getMetadata().setAnnotations(marks);
        return object;
    }

    private void applyWithKubectl(Map<String, Object> content) {
        var noted = Fixtures.annotated(content, Deliverers.LAST_APPLIED, Json.write(content));
        client.raw(
                "/api/v1/namespaces/%s/configmaps?fieldManager=kubectl-client-side-apply"
                        .formatted(namespace),
                "POST",
                Json.write(noted));
        await().atMost(PATIENCE).until(() -> cluster.read(ref("web")).isPresent());
    }

    private static Map<String, Object> marked(
            Map<String, Object> content, String mark, String word) {
        return Fixtures.annotated(content, FLUX + mark, word);
    }

    private static Map<String, Object> sealed(String answer) {
        return Fixtures.with(config("web", answer, "0"), "immutable", true);
    }

    private static Map<String, Object> withData(
            Map<String, Object> content, Map<String, String> data) {
        return Fixtures.with(content, "data", data);
    }

    private String answerOf(String name) {
        return Tree.text(cluster.read(ref(name)).orElseThrow().content(), "data", "answer");
    }

    private List<String> managersOf(String name) {
        return Tree.list(
                        cluster.read(ref(name)).orElseThrow().content(),
                        "metadata",
                        "managedFields")
                .stream()
                .map(entry -> Tree.text(entry, "manager"))
                .toList();
    }
}
