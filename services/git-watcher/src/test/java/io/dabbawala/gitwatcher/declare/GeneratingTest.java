package io.dabbawala.gitwatcher.declare;

import static org.assertj.core.api.Assertions.assertThat;

import io.dabbawala.gitwatcher.InMemoryGit;
import org.junit.jupiter.api.Test;

class GeneratingTest {

    private final Fleet fleet = new Fleet();

    @Test
    void a_set_generates_an_application_for_each_folder_and_each_is_desired() {
        // Given
        fleet.set("", "").folders("a", "b");

        // When
        var said = fleet.pushAndLook();

        // Then
        assertThat(Fleet.declared(said))
                .containsExactly(
                        "ApplicationSet/argocd/fleet",
                        "Application/argocd/a",
                        "Application/argocd/b");
        assertThat(Fleet.desired(said)).containsExactly("argocd/a", "argocd/b");
        assertThat(
                        fleet.json("Application/argocd/a")
                                .at("/metadata/ownerReferences/0/name")
                                .asText())
                .isEqualTo("fleet");
        assertThat(fleet.look()).isEmpty();
    }

    @Test
    void folders_come_and_go_and_nobody_else_is_touched() {
        // Given
        fleet.set("", "").folders("a", "b");
        fleet.pushAndLook();

        // When
        fleet.folders("c").git.remove("apps/b/deployment.yaml");
        var said = fleet.pushAndLook();

        // Then
        assertThat(Fleet.declared(said)).containsExactly("Application/argocd/c");
        assertThat(Fleet.withdrawn(said)).containsExactly("Application/argocd/b");
        assertThat(Fleet.desired(said)).containsExactly("argocd/c");
    }

    @Test
    void a_look_that_was_interrupted_says_the_rest_the_next_time() {
        // Given
        fleet.set("", "").folders("a", "b");
        fleet.git.push();

        // When
        fleet.keep(fleet.decide().subList(0, 2));
        var rest = fleet.look();

        // Then
        assertThat(Fleet.declared(rest)).containsExactly("Application/argocd/b");
        assertThat(Fleet.desired(rest)).containsExactly("argocd/a", "argocd/b");
    }

    @Test
    void a_readme_in_a_repository_of_1000_generated_applications_renders_and_says_nothing() {
        // Given
        fleet.set("", "");
        for (int i = 0; i < 1000; i++) {
            fleet.folders("app-%04d".formatted(i));
        }
        fleet.pushAndLook();
        fleet.tree.reads = 0;
        fleet.tree.lists = 0;

        // When
        fleet.git.write("README.md", "read me");
        var said = fleet.pushAndLook();

        // Then
        assertThat(said).isEmpty();
        assertThat(fleet.commits).isOne();
        assertThat(fleet.tree.reads).as("files read").isZero();
        assertThat(fleet.tree.lists).as("folders listed").isLessThan(5);
    }

    @Test
    void one_changed_folder_of_1000_renders_one_application() {
        // Given
        fleet.set("", "");
        for (int i = 0; i < 1000; i++) {
            fleet.folders("app-%04d".formatted(i));
        }
        fleet.pushAndLook();
        fleet.tree.reads = 0;
        fleet.tree.comparisons = 0;

        // When
        fleet.git.write("apps/app-0500/deployment.yaml", Fleet.deployment("app-0500", 7));
        var said = fleet.pushAndLook();

        // Then
        assertThat(Fleet.desired(said)).containsExactly("argocd/app-0500");
        assertThat(Fleet.declared(said)).isEmpty();
        assertThat(fleet.tree.reads).as("files read, before and after").isLessThanOrEqualTo(2);
        assertThat(fleet.tree.comparisons).as("trees compared").isLessThanOrEqualTo(2);
    }

    @Test
    void the_next_change_asks_the_tree_for_the_folder_it_touches_only() {
        // Given
        fleet.set("", "");
        for (int i = 0; i < 100; i++) {
            fleet.folders("app-%04d".formatted(i));
        }
        fleet.pushAndLook();
        fleet.git.write("apps/app-0050/deployment.yaml", Fleet.deployment("app-0050", 7));
        fleet.pushAndLook();
        fleet.tree.lookups = 0;

        // When
        fleet.git.write("apps/app-0051/deployment.yaml", Fleet.deployment("app-0051", 7));
        var said = fleet.pushAndLook();

        // Then
        assertThat(Fleet.desired(said)).containsExactly("argocd/app-0051");
        assertThat(fleet.tree.lookups).as("folders asked for").isLessThan(10);
    }

    @Test
    void a_folder_that_became_an_overlay_is_looked_at_with_its_base() {
        // Given
        fleet.set("", "")
                .folders("a", "b")
                .git
                .write("base/kustomization.yaml", "resources: [pay.yaml]")
                .write("base/pay.yaml", Fleet.deployment("pay", 1));
        fleet.pushAndLook();
        fleet.folders("c").pushAndLook();
        fleet.git.write("apps/b/kustomization.yaml", "resources: [../../base]");
        var overlaid = fleet.pushAndLook();

        // When
        fleet.git.write("base/pay.yaml", Fleet.deployment("pay", 2));
        var said = fleet.pushAndLook();

        // Then
        assertThat(Fleet.desired(overlaid)).containsExactly("argocd/b");
        assertThat(Fleet.desired(said)).containsExactly("argocd/b");
    }

    @Test
    void a_set_that_cannot_be_generated_keeps_what_it_had_and_others_go_on() {
        // Given
        fleet.set("", "").folders("a");
        fleet.pushAndLook();

        // When
        fleet.git.write(
                "delivery/fleet.yaml",
                Fleet.document("", "").replace("{{ .path.basename }}", "{{ .nope }}"));
        fleet.git.write(
                "delivery/other.yaml",
                Fleet.document("", "")
                        .replace("name: fleet", "name: other")
                        .replace(
                                "name: '{{ .path.basename }}'",
                                "name: 'other-{{ .path.basename }}'"));
        var said = fleet.pushAndLook();

        // Then
        assertThat(Fleet.withdrawn(said)).isEmpty();
        assertThat(Fleet.desired(said)).containsExactly("argocd/other-a");
        assertThat(fleet.reason())
                .startsWith("GENERATION_FAILED: ")
                .contains("no entry for key \"nope\"");

        // When
        fleet.set("", "");
        fleet.pushAndLook();

        // Then
        assertThat(fleet.reason()).isEmpty();
    }

    @Test
    void what_is_to_be_kept_is_kept() {
        // Given
        fleet.set(
                        "",
                        "ignoreApplicationDifferences: [{jqPathExpressions: ['.spec.destination.namespace']}]")
                .folders("a");
        fleet.pushAndLook();

        // When
        fleet.git.write(
                "delivery/fleet.yaml",
                Fleet.document(
                                "",
                                "ignoreApplicationDifferences: [{jqPathExpressions: ['.spec.destination.namespace']}]")
                        .replace("namespace: shop", "namespace: other")
                        .replace("project: default", "project: new"));
        fleet.pushAndLook();

        // Then
        assertThat(fleet.json("Application/argocd/a").at("/spec/destination/namespace").asText())
                .isEqualTo("shop");
        assertThat(fleet.json("Application/argocd/a").at("/spec/project").asText())
                .isEqualTo("new");
    }

    @Test
    void an_application_somebody_declared_is_left_to_them() {
        // Given
        fleet.set("", "").folders("a", "B_");
        fleet.git.write(
                "delivery/a.yaml",
                "apiVersion: argoproj.io/v1alpha1\nkind: Application\nmetadata: {name: a}\nspec: {source: {repoURL: 'https://git.example/fleet', path: apps/a}}\n");

        // When
        fleet.pushAndLook();

        // Then
        assertThat(
                        fleet.json("Application/argocd/a")
                                .at("/metadata/ownerReferences")
                                .isMissingNode())
                .isTrue();
        assertThat(fleet.reason())
                .isEqualTo(
                        "NAME_REFUSED: \"B_\" is not a name of an object; NAME_REFUSED: a is declared elsewhere");
    }

    @Test
    void clusters_are_declared_without_their_secrets_and_generate() {
        // Given
        fleet.git.write(
                "delivery/fleet.yaml",
                """
                apiVersion: argoproj.io/v1alpha1
                kind: ApplicationSet
                metadata: {name: fleet}
                spec:
                  generators: [{clusters: {selector: {matchLabels: {env: prod}}}}]
                  template: {metadata: {name: 'on-{{ name }}'}, spec: {source: {repoURL: 'https://git.example/fleet', path: apps/a}}}
                """);
        fleet.folders("a");
        fleet.pushAndLook();

        // When
        fleet.git.write(
                "delivery/cluster.yaml",
                """
                apiVersion: v1
                kind: Secret
                metadata: {name: c1, labels: {argocd.argoproj.io/secret-type: cluster, env: prod}}
                stringData: {name: c1, server: 'https://c1.example', config: '{"bearerToken":"hunter2"}'}
                """);
        var said = fleet.pushAndLook();

        // Then
        assertThat(Fleet.declared(said)).containsExactly("Secret//c1", "Application/argocd/on-c1");
        assertThat(said.toString()).doesNotContain("hunter2");
    }

    @Test
    void a_set_among_what_an_application_renders_generates_and_leaves_with_its_applications() {
        // Given
        fleet.folders("a");
        fleet.git.write("delivery/root.yaml", Fleet.application("root", "sets"));
        fleet.git.write("sets/fleet.yaml", Fleet.document("", ""));

        // Then
        assertThat(Fleet.desired(fleet.pushAndLook())).contains("argocd/a");

        // When
        fleet.git.remove("sets/fleet.yaml").write("sets/other.yaml", Fleet.deployment("o", 1));

        // Then
        assertThat(Fleet.withdrawn(fleet.pushAndLook()))
                .containsExactly("ApplicationSet/argocd/fleet", "Application/argocd/a");
    }

    @Test
    void a_set_waits_for_the_first_look_at_the_repository_it_looks_at() {
        // Given
        var delivery = new InMemoryGit("delivery");
        delivery.write("delivery/fleet.yaml", Fleet.document("", ""));
        delivery.push();
        fleet.folders("a").git.push();

        // When
        var first = fleet.decide(fleet.beside(delivery), delivery);
        fleet.keep(first);
        delivery.record(delivery.refs());
        var second = fleet.decide(fleet.source(), fleet.git);

        // Then
        assertThat(Fleet.declared(first)).containsExactly("ApplicationSet/argocd/fleet");
        assertThat(Fleet.declared(second)).containsExactly("Application/argocd/a");
        assertThat(Fleet.desired(second)).containsExactly("argocd/a");
    }
}
