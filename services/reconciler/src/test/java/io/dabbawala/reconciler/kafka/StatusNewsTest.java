package io.dabbawala.reconciler.kafka;

import static io.dabbawala.reconciler.plan.Fixtures.deployment;
import static io.dabbawala.reconciler.plan.Fixtures.ours;
import static io.dabbawala.reconciler.plan.Fixtures.ref;
import static io.dabbawala.reconciler.plan.Fixtures.with;
import static io.dabbawala.reconciler.plan.Fixtures.withSpec;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dabbawala.reconciler.application.DesiredState;
import io.dabbawala.reconciler.health.Health.Status;
import io.dabbawala.reconciler.object.LiveChange;
import io.dabbawala.reconciler.object.LiveObject;
import io.dabbawala.reconciler.object.ObjectRef;
import io.dabbawala.reconciler.sync.SyncEvent;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** News of a status: most of it is none. */
class StatusNewsTest {

    private static final ObjectRef WEB = ref("Deployment", "web");
    private static final Map<String, Object> WEB_1 = deployment("web", "shop:1");
    private static final Duration A_WHILE = Duration.ofMillis(300);

    private final Group group = new Group();
    private final Group.Instance instance = group.new Instance();

    @Test
    void a_status_that_moves_without_making_anything_better_or_worse_costs_no_turn() {
        // Given
        var before = synced(Group.state(1, WEB_1));

        // When
        group.cluster.status(WEB, ready()); // only a turn can find it
        instance.applications.changed(new LiveChange.StatusMoved(before, before));

        // Then
        await().during(A_WHILE).until(() -> healths().equals(List.of(Status.PROGRESSING)));
    }

    @Test
    void a_status_that_makes_it_well_is_told() {
        // Given
        var before = synced(Group.state(1, WEB_1));

        // When
        group.cluster.status(WEB, ready());
        instance.applications.changed(
                new LiveChange.StatusMoved(before, group.cluster.read(WEB).orElseThrow()));

        // Then
        await().untilAsserted(
                        () ->
                                assertThat(healths())
                                        .containsExactly(Status.PROGRESSING, Status.HEALTHY));
    }

    @Test
    void where_a_status_may_decide_what_is_ignored_it_is_looked_at() {
        // Given
        var ignoring =
                """
                {"syncPolicy":{"automated":{}},
                 "ignoreDifferences":[{"group":"apps","kind":"Deployment",
                  "jqPathExpressions":["select(.status.replicas == 2) | .spec.replicas"]}]}
                """;
        var before = synced(withSpec(Group.state(1, WEB_1), ignoring, 1));

        // When
        group.cluster.status(WEB, ready());
        instance.applications.changed(new LiveChange.StatusMoved(before, before));

        // Then
        await().until(() -> healths().contains(Status.HEALTHY));
    }

    @Test
    void whatever_else_moves_is_looked_at() {
        // Given
        var before = synced(Group.state(1, WEB_1));

        // When
        group.cluster.status(WEB, ready());
        instance.applications.changed(new LiveChange.Seen(before));

        // Then
        await().until(() -> healths().contains(Status.HEALTHY));
    }

    @Test
    void before_it_is_synced_every_status_is_looked_at() {
        // Given
        instance.takes();
        group.desire(Group.state(1, WEB_1));
        await().until(() -> group.told().contains("Requested"));

        // When
        group.cluster.put(ours(WEB_1));
        var live = group.cluster.read(WEB).orElseThrow();
        instance.applications.changed(new LiveChange.StatusMoved(live, live));

        // Then
        await("that it is there already is found").until(() -> group.told().contains("Finished"));
    }

    @Test
    void what_was_missed_is_found_with_the_part_it_belongs_to() {
        // Given
        synced(Group.state(1, WEB_1));
        group.cluster.status(WEB, ready());
        int part = Math.floorMod(Group.WEB.hashCode(), 3);

        // When
        instance.applications.resync((part + 1) % 3, 3);
        instance.applications.resync((part + 2) % 3, 3);

        // Then
        await().during(A_WHILE).until(() -> healths().equals(List.of(Status.PROGRESSING)));

        // When
        instance.applications.resync(part, 3);

        // Then
        await().until(() -> healths().contains(Status.HEALTHY));
    }

    private LiveObject synced(DesiredState state) {
        instance.takes();
        group.cluster.put(with(ours(WEB_1), "status", unready()));
        group.desire(state);
        await().until(() -> !healths().isEmpty());
        return group.cluster.read(WEB).orElseThrow();
    }

    private List<Status> healths() {
        return group.said.stream()
                .filter(SyncEvent.Finished.class::isInstance)
                .map(event -> ((SyncEvent.Finished) event).result().health().status())
                .toList();
    }

    private static Map<String, Object> unready() {
        return Map.of("replicas", 2, "updatedReplicas", 1, "availableReplicas", 1);
    }

    private static Map<String, Object> ready() {
        return Map.of("replicas", 2, "updatedReplicas", 2, "availableReplicas", 2);
    }
}
