package io.dabbawala.reconciler.kafka;

import static io.dabbawala.reconciler.plan.Fixtures.config;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dabbawala.reconciler.application.DesiredState;
import io.dabbawala.reconciler.plan.InMemoryCluster;
import io.dabbawala.reconciler.sync.SyncEvent;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Two instances on one cluster: one speaks and acts, the other looks on. */
class SharingTest {

    private final Group group = new Group();
    private final InMemoryCluster cluster = group.cluster;
    private final List<SyncEvent> said = group.said;
    private final Group.Instance first = group.new Instance();
    private final Group.Instance second = group.new Instance();

    @Test
    void a_sync_is_told_by_the_one_whose_it_is_and_by_nobody_else() {
        // Given
        first.takes();
        group.desire(state(1));

        // When
        group.admit(first);
        second.looks();

        // Then
        assertThat(group.told()).containsExactly("Drifted", "Requested", "Finished");
    }

    @Test
    void before_it_is_known_whose_anything_is_nothing_is_told() {
        first.applications.desire(state(1), Group.envelope());
        first.applications.begin();
        first.looks();

        assertThat(said).isEmpty();
    }

    @Test
    void who_takes_over_goes_on_although_the_verdict_died_with_the_other() {
        // Given
        first.takes();
        group.desire(state(1));
        await().until(() -> group.told().contains("Requested"));

        // When
        first.loses();
        second.takes();
        await().until(() -> group.told().size() == 4);
        group.admit(second);

        // Then
        await().until(() -> group.told().contains("Finished"));
        assertThat(cluster.calls()).filteredOn(call -> call.startsWith("apply")).hasSize(1);
    }

    @Test
    void a_verdict_that_comes_after_its_application_went_changes_nothing() {
        // Given
        first.takes();
        group.desire(state(1));
        await().until(() -> group.told().contains("Requested"));
        first.loses();

        // When
        group.admit(first);

        // Then
        assertThat(group.told()).doesNotContain("Finished");
        assertThat(cluster.calls()).noneMatch(call -> call.startsWith("apply"));
    }

    @Test
    void a_command_is_for_the_one_whose_application_is_meant() {
        // Given
        first.takes();
        group.desire(state(1));
        group.admit(first);
        var before = said.size();

        // When
        second.commands();
        second.looks();

        // Then
        assertThat(said).hasSize(before);
    }

    @Test
    void what_was_told_is_not_told_again_by_who_takes_over() {
        // Given
        first.takes();
        group.desire(state(1));
        group.admit(first);
        await().until(() -> group.told().contains("Finished"));

        // When
        first.loses();
        second.takes();
        second.looks();

        // Then
        assertThat(group.told()).containsExactly("Drifted", "Requested", "Finished");
    }

    @Test
    void who_stood_still_acts_and_speaks_only_once_it_is_certain_what_is_its_own() {
        // Given
        first.takes();
        group.desire(state(1));
        await().until(() -> group.told().contains("Requested"));

        // When
        first.wakes();
        group.admit(first);

        // Then
        assertThat(group.told()).doesNotContain("Finished");
        assertThat(cluster.calls()).noneMatch(call -> call.startsWith("apply"));

        // When
        first.isCertainAgain();
        group.admit(first);

        // Then
        await().until(() -> group.told().contains("Finished"));
    }

    private static DesiredState state(long generation) {
        return Group.state(generation, config("web", Long.toString(generation)));
    }
}
