package io.dabbawala.gitwatcher.declare;

import static org.assertj.core.api.Assertions.assertThat;

import io.dabbawala.gitwatcher.generate.ApplicationSet;
import io.dabbawala.gitwatcher.generate.DeletionBudget;
import io.dabbawala.gitwatcher.render.CanonicalJson;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeletionsTest {

    private final Fleet fleet = new Fleet();

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
        assertThat(Fleet.withdrawn(said)).isEmpty();
        assertThat(Fleet.desired(said)).contains("argocd/e");
        assertThat(fleet.reason())
                .isEqualTo(
                        "DELETIONS_HELD: 3 of 4 applications would be removed (a, b, c), more than 10 or 50 %: allow it with the annotation dabbawala.io/allow-deletions: \"3\"");

        // When
        fleet.set("annotations: {dabbawala.io/allow-deletions: '3'}", "");
        var allowed = fleet.pushAndLook();

        // Then
        assertThat(Fleet.withdrawn(allowed))
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
        assertThat(Fleet.withdrawn(fleet.pushAndLook()))
                .containsExactlyInAnyOrder("ApplicationSet/argocd/fleet", "Application/argocd/a");
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
        assertThat(Fleet.withdrawn(held)).isEmpty();
        assertThat(fleet.reason()).startsWith("DELETIONS_HELD: the set left Git at ");

        // When
        fleet.set("annotations: {dabbawala.io/allow-deletions: '2'}", "");
        fleet.pushAndLook();
        fleet.git.remove("delivery/fleet.yaml");

        // Then
        assertThat(Fleet.withdrawn(fleet.pushAndLook())).hasSize(3);
    }

    @Test
    void applications_of_a_rendered_set_do_not_all_leave_at_once() {
        // Given
        fleet.folders("a", "b");
        fleet.git.write("delivery/root.yaml", Fleet.application("root", "sets"));
        fleet.git.write("sets/fleet.yaml", Fleet.document("", ""));
        fleet.pushAndLook();

        // When
        fleet.git.remove("sets/fleet.yaml").write("sets/other.yaml", Fleet.deployment("o", 1));

        // Then
        assertThat(Fleet.withdrawn(fleet.pushAndLook()))
                .containsExactly("ApplicationSet/argocd/fleet");
        assertThat(fleet.problems)
                .singleElement()
                .satisfies(
                        problem ->
                                assertThat(problem.reason())
                                        .startsWith(
                                                "DELETIONS_HELD: ApplicationSet/argocd/fleet is gone; 2 of 2"));
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
        assertThat(Fleet.withdrawn(said)).isEmpty();
        assertThat(Fleet.declared(said)).containsExactly("ApplicationSet/argocd/fleet");
    }
}
