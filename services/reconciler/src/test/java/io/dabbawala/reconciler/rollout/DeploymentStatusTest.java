package io.dabbawala.reconciler.rollout;

import static io.dabbawala.reconciler.rollout.Shop.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.dabbawala.reconciler.object.Json;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeploymentStatusTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    @ParameterizedTest
    @CsvSource({
        "7, 4, 4, 4, 100, true",
        "6, 4, 4, 4, 100, false", // the controller has not seen the newest spec
        "7, 5, 4, 4, 100, false", // an old pod is still there
        "7, 3, 3, 3, 100, false", // not all are updated
        "7, 3, 3, 3, 75, true",
        "7, 4, 4, 3, 100, false", // one is not available
        "7, 4, 4, 3, 75, true",
        "7, 4, 4, 2, 75, false",
    })
    void is_ready_when_enough_pods_of_the_newest_spec_are_available(
            int observed, int replicas, int updated, int available, int threshold, boolean ready) {
        var status =
                deployment(
                        """
                        {"observedGeneration": %d, "replicas": %d, "updatedReplicas": %d,
                         "availableReplicas": %d}
                        """
                                .formatted(observed, replicas, updated, available));

        assertThat(status.isReady(threshold)).isEqualTo(ready);
    }

    @Test
    void is_overdue_when_its_controller_gave_up() {
        var status = withCondition("Progressing", "False", "ProgressDeadlineExceeded");

        assertThat(status.isOverdue(MINUTE, NOON, NOON)).isTrue();
        assertThat(status.isReady(100)).isFalse();
    }

    @Test
    void is_not_overdue_while_it_progresses() {
        var status = withCondition("Progressing", "True", "ReplicaSetUpdated");

        assertThat(status.isOverdue(MINUTE, NOON, NOON.plus(Duration.ofDays(1)))).isFalse();
    }

    @Test
    void is_overdue_when_too_few_were_available_for_longer_than_the_deadline() {
        var status = withCondition("Available", "False", "MinimumReplicasUnavailable");

        assertThat(status.isOverdue(MINUTE, NOON, NOON.plus(MINUTE))).isFalse();
        assertThat(status.isOverdue(MINUTE, NOON, NOON.plus(MINUTE).plusMillis(1))).isTrue();
    }

    @Test
    void what_was_before_the_wait_began_does_not_count() {
        var status = withCondition("Available", "False", "MinimumReplicasUnavailable");
        var since = NOON.plusSeconds(30);

        assertThat(status.isOverdue(MINUTE, since, since.plus(MINUTE))).isFalse();
        assertThat(status.isOverdue(MINUTE, since, since.plus(MINUTE).plusMillis(1))).isTrue();
    }

    @Test
    void what_is_available_is_not_overdue() {
        var status = withCondition("Available", "True", "MinimumReplicasAvailable");

        assertThat(status.isOverdue(MINUTE, NOON, NOON.plus(Duration.ofDays(1)))).isFalse();
    }

    private static DeploymentStatus withCondition(String type, String status, String reason) {
        return deployment(
                """
                {"observedGeneration": 7, "replicas": 4, "updatedReplicas": 4,
                 "availableReplicas": 4,
                 "conditions": [{"type": "%s", "status": "%s", "reason": "%s",
                   "lastUpdateTime": "2026-03-01T12:00:00Z"}]}
                """
                        .formatted(type, status, reason));
    }

    private static DeploymentStatus deployment(String status) {
        return new DeploymentStatus(
                Json.object(
                        """
                        {"metadata": {"generation": 7}, "spec": {"replicas": 4}, "status": %s}
                        """
                                .formatted(status)));
    }
}
