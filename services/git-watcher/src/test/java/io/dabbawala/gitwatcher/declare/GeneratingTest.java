package io.dabbawala.gitwatcher.declare;

import static org.assertj.core.api.Assertions.assertThat;

import io.dabbawala.gitwatcher.InMemoryGit;
import io.dabbawala.gitwatcher.generate.ApplicationSet;
import io.dabbawala.gitwatcher.generate.DeletionBudget;
import io.dabbawala.gitwatcher.render.CanonicalJson;
import java.util.List;
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
        assertThat(declared(said))
                .containsExactly(
                        "ApplicationSet/argocd/fleet",
                        "Application/argocd/a",
                        "Application/argocd/b");
        assertThat(desired(said)).containsExactly("argocd/a", "argocd/b");
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
        assertThat(declared(said)).containsExactly("Application/argocd/c");
        assertThat(withdrawn(said)).containsExactly("Application/argocd/b");
        assertThat(desired(said)).containsExactly("argocd/c");
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
        assertThat(declared(rest)).containsExactly("Application/argocd/b");
        assertThat(desired(rest)).containsExactly("argocd/a", "argocd/b");
    }

    @Test
    void a_readme_in_a_repository_of_1000_generated_applications_renders_and_says_nothing() {
        // Given
        fleet.set("", "");
        for (int i = 0; i < 1000; i++) {
            fleet.folders("app-%04d".formatted(i));
        }
        fleet.pushAndLook();
        fleet.tree.looks = 0;

        // When
        fleet.git.write("README.md", "read me");
        var said = fleet.pushAndLook();

        // Then
        assertThat(said).isEmpty();
        assertThat(fleet.commits).isOne();
        assertThat(fleet.tree.looks).as("folders listed and files read").isZero();
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

        // When
        fleet.git.write("apps/app-0500/deployment.yaml", Fleet.deployment("app-0500", 7));
        var said = fleet.pushAndLook();

        // Then
        assertThat(desired(said)).containsExactly("argocd/app-0500");
        assertThat(declared(said)).isEmpty();
        assertThat(fleet.tree.reads).as("files read, before and after").isLessThanOrEqualTo(2);
    }

    @Test
    void too_many_deletions_are_held_and_the_rest_of_the_change_happens() {
        // Given
        fleet.set("", "").folders("a", "b", "c", "d");
        fleet.pushAndLook();

        // When
        List.of("a", "b", "c")
                .forEach(name -> fleet.git.remove("apps/" + name + "/deployment.yaml"));
        fleet.folders("e");
        var said = fleet.pushAndLook();

        // Then
        assertThat(withdrawn(said)).isEmpty();
        assertThat(desired(said)).contains("argocd/e");
        assertThat(fleet.reason())
                .isEqualTo(
                        "DELETIONS_HELD: 3 of 4 applications would be removed (a, b, c), more than 10 or 50 %: allow it with the annotation dabbawala.io/allow-deletions: \"3\"");

        // When
        fleet.set("annotations: {dabbawala.io/allow-deletions: '3'}", "");
        var allowed = fleet.pushAndLook();

        // Then
        assertThat(withdrawn(allowed))
                .containsExactly(
                        "Application/argocd/a", "Application/argocd/b", "Application/argocd/c");
        assertThat(fleet.reason()).isEmpty();
    }

    @Test
    void a_set_says_its_own_budget_and_one_application_may_always_go() {
        var set =
                new ApplicationSet(
                        CanonicalJson.parse(
                                "{\"metadata\":{\"annotations\":{\"dabbawala.io/deletion-budget\":\"2, 90%\"}}}"));
        var none = new ApplicationSet(CanonicalJson.parse("{}"));
        var budget = new DeletionBudget(10, 50);

        assertThat(budget.of(set)).isEqualTo(new DeletionBudget(2, 90));
        assertThat(budget.holds(1, 1, none)).isFalse();
        assertThat(budget.holds(2, 4, none)).isFalse();
        assertThat(budget.holds(3, 4, none)).isTrue();
        assertThat(budget.holds(10, 1000, none)).isFalse();
        assertThat(budget.holds(11, 1000, none)).isTrue();
    }

    @Test
    void a_set_that_leaves_takes_its_applications_along_within_the_budget() {
        // Given
        fleet.set("", "").folders("a");
        fleet.pushAndLook();

        // When
        fleet.git.remove("delivery/fleet.yaml");

        // Then
        assertThat(withdrawn(fleet.pushAndLook()))
                .containsExactly("ApplicationSet/argocd/fleet", "Application/argocd/a");
    }

    @Test
    void a_set_that_leaves_with_too_many_stays_until_it_is_allowed() {
        // Given
        fleet.set("", "").folders("a", "b");
        fleet.pushAndLook();

        // When
        fleet.git.remove("delivery/fleet.yaml");
        var held = fleet.pushAndLook();

        // Then
        assertThat(withdrawn(held)).isEmpty();
        assertThat(fleet.reason()).startsWith("DELETIONS_HELD: the set left Git at ");

        // When
        fleet.set("annotations: {dabbawala.io/allow-deletions: '2'}", "");
        fleet.pushAndLook();
        fleet.git.remove("delivery/fleet.yaml");

        // Then
        assertThat(withdrawn(fleet.pushAndLook())).hasSize(3);
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
        assertThat(withdrawn(said)).isEmpty();
        assertThat(desired(said)).containsExactly("argocd/other-a");
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
    void a_policy_keeps_applications_from_change_or_removal() {
        // Given
        fleet.set("", "syncPolicy: {applicationsSync: create-only}").folders("a", "b");
        fleet.pushAndLook();

        // When
        fleet.git.remove("apps/b/deployment.yaml");
        fleet.git.write(
                "delivery/fleet.yaml",
                Fleet.document("", "syncPolicy: {applicationsSync: create-only}")
                        .replace("namespace: shop", "namespace: other"));
        var said = fleet.pushAndLook();

        // Then
        assertThat(withdrawn(said)).isEmpty();
        assertThat(declared(said)).containsExactly("ApplicationSet/argocd/fleet");
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
        assertThat(declared(said)).containsExactly("Secret//c1", "Application/argocd/on-c1");
        assertThat(said.toString()).doesNotContain("hunter2");
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
        assertThat(declared(first)).containsExactly("ApplicationSet/argocd/fleet");
        assertThat(declared(second)).containsExactly("Application/argocd/a");
        assertThat(desired(second)).containsExactly("argocd/a");
    }

    private static List<String> declared(List<Announcement> said) {
        return said.stream()
                .filter(Announcement.Declared.class::isInstance)
                .map(one -> ((Announcement.Declared) one).declaration().key())
                .toList();
    }

    private static List<String> withdrawn(List<Announcement> said) {
        return said.stream()
                .filter(Announcement.Withdrawn.class::isInstance)
                .map(one -> ((Announcement.Withdrawn) one).key())
                .toList();
    }

    private static List<String> desired(List<Announcement> said) {
        return said.stream()
                .filter(Announcement.Desired.class::isInstance)
                .map(one -> ((Announcement.Desired) one).state().application())
                .toList();
    }
}
