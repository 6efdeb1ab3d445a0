package io.dabbawala.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.dabbawala.events.DriftFound;
import io.dabbawala.local.cluster.ClusterChoice;
import io.dabbawala.local.demo.LiveCluster;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The same on a real control plane, whose API server is killed and forgets the past as well. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ControlPlaneFaultTest {

    private static final int KILLS = 2;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private Market market;

    @BeforeAll
    void open() {
        var programs = ClusterChoice.programs();
        assumeTrue(
                programs.isPresent(),
                "no control plane's programs: build them with ./dabba control-plane");
        market = Market.open(new ClusterChoice.ControlPlane(programs.orElseThrow()));
    }

    @AfterEach
    void judge() {
        market.judge();
    }

    @AfterAll
    void close() {
        if (market != null) {
            market.close();
        }
    }

    @Test
    void reconciler_and_git_watcher_are_killed_in_the_middle_of_a_sync() {
        Kills.of(KILLS, 0).forEach(new Killing(market)::survive);
    }

    @Test
    void the_api_server_is_killed_in_the_middle_of_a_sync_and_comes_back() {
        // Given
        market.pushUntil(Step.JUDGED);
        var server = ApiServer.of(market.platform);

        // When
        server.kill();

        // Then
        assertThat(server.process().isAlive()).isFalse();
        var meanwhile = market.commit();
        assertThat(market.tell(meanwhile)).isEqualTo(202);
        server.start();
        market.delivered();
    }

    @Test
    void an_edit_that_the_api_server_has_forgotten_is_found_and_healed() {
        // Given
        market.push();
        market.delivered();
        var drifts = market.log.events(DriftFound.class, "argocd/fruit").size();
        var server = ApiServer.of(market.platform);
        var reconciler = market.platform.program("reconciler");

        // When
        signal("STOP", reconciler.pid());
        try (var cluster = new LiveCluster(market.platform.kubeconfig(), "market")) {
            cluster.edit("fruit", 3);
            server.kill();
            server.forgetThePast();
            server.start();
            await("the API server to answer")
                    .atMost(PATIENCE)
                    .ignoreExceptions()
                    .until(() -> cluster.replicas("fruit"), Optional.of(3)::equals);
            signal("CONT", reconciler.pid());

            // Then
            await("the edit to be healed")
                    .atMost(PATIENCE)
                    .until(() -> cluster.replicas("fruit"), Optional.of(1)::equals);
        }
        assertThat(market.log.events(DriftFound.class, "argocd/fruit"))
                .hasSizeGreaterThan(drifts)
                .last()
                .satisfies(
                        drift ->
                                assertThat(
                                                drift.getChanges()
                                                        .getFirst()
                                                        .getChangedBy()
                                                        .getManager())
                                        .isEqualTo("kubectl-edit"));
    }

    private static void signal(String name, long pid) {
        try {
            assertThat(new ProcessBuilder("kill", "-" + name, Long.toString(pid)).start().waitFor())
                    .isZero();
        } catch (IOException | InterruptedException e) {
            throw new AssertionError("send %s to %d".formatted(name, pid), e);
        }
    }
}
