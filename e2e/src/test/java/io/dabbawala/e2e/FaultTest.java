package io.dabbawala.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.dabbawala.events.CommitDetected;
import io.dabbawala.local.cluster.ClusterChoice;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Processes are killed, cut off and doubled while pushes go on. In the end the oracle says whether
 * anything was lost, applied backwards or applied without its verdict.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FaultTest {

    private static final int KILLS = 6;

    /** Until everything is right again, from the kill on. */
    private static final Duration BROKER_RECOVERY = Duration.ofSeconds(60);

    private Market market;

    @BeforeAll
    void open() {
        market = Market.open(new ClusterChoice.Twin());
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
    void reconciler_and_git_watcher_are_killed_at_each_step_of_a_sync() {
        Killing.asked(KILLS).forEach(new Killing(market)::survive);
    }

    @Test
    void the_broker_is_killed_in_the_middle_of_a_sync() {
        // Given
        market.pushUntil(Step.ASKED);

        // When
        market.platform.program("broker").kill();
        var killed = Instant.now();

        // Then
        var meanwhile = market.commit();
        assertThat(market.tell(meanwhile)).isEqualTo(503);
        market.platform.restart("broker");
        market.sendAgain(meanwhile);
        market.delivered();
        assertThat(Duration.between(killed, Instant.now())).isLessThanOrEqualTo(BROKER_RECOVERY);
    }

    @Test
    void the_git_host_goes_away_and_comes_back_with_another_past() {
        // Given
        market.delivered();
        var host = GitHost.of(market);
        var lost = market.push();
        market.delivered();

        // When
        host.goesAway();
        assertThat(market.tell(lost)).isEqualTo(202);
        market.awaitHostAway();
        var rewritten = host.rewrites();
        host.comesBack();

        // Then
        market.delivered();
        assertThat(market.log.events(CommitDetected.class, "market"))
                .filteredOn(commit -> rewritten.equals(commit.getNewRevision()))
                .singleElement()
                .satisfies(
                        commit -> {
                            assertThat(commit.getForced()).isTrue();
                            assertThat(commit.getOldRevision()).isEqualTo(lost);
                        });
    }

    @Test
    void git_watchers_go_on_where_the_other_was_killed_also_without_its_disk() {
        // Given
        try (var second = Another.of("git-watcher", market.platform)) {
            market.push();
            market.delivered();

            // When
            market.pushUntil(Step.TOLD);
            market.platform.program("git-watcher").kill();
            market.loseDiskOf("git-watcher");
            market.commit();
            assertThat(market.tell(market.commit(), second.address())).isEqualTo(202);

            // Then
            market.delivered();
            market.platform.restart("git-watcher");
            market.push();
            market.delivered();

            // When
            market.pushUntil(Step.TOLD);
            second.program().kill();
            market.commit();

            // Then
            market.push();
            market.delivered();
        }
    }

    @Test
    void a_second_reconciler_goes_on_where_the_first_was_killed() {
        // Given
        try (var _ = Another.of("reconciler", market.platform)) {
            market.push();
            market.delivered();

            // When
            market.pushUntil(Step.JUDGED);
            market.platform.program("reconciler").kill();
            market.push();

            // Then
            market.delivered();
            market.platform.restart("reconciler");
            market.push();
            market.delivered();
        }
        market.push();
    }

    @Test
    void a_reconciler_that_was_stopped_in_the_middle_of_a_sync_does_no_harm_when_it_goes_on() {
        // Given
        try (var _ = Another.of("reconciler", market.platform)) {
            market.push();
            market.delivered();

            // When
            market.pushUntil(Step.JUDGED);
            try (var _ = Sleep.of(market.platform.program("reconciler"))) {
                market.push();
                market.delivered();
            }

            // Then
            market.push();
            market.delivered();
        }
    }

    @Test
    void a_git_watcher_that_was_stopped_in_the_middle_of_a_look_tells_nothing_of_the_past() {
        // Given
        market.pushUntil(Step.HINTED);
        var asleep = Sleep.of(market.platform.program("git-watcher"));
        try (var second = Another.of("git-watcher", market.platform)) {
            // When
            assertThat(market.tell(market.commit(), second.address())).isEqualTo(202);
            market.delivered();
            asleep.close();

            // Then
            assertThat(market.tell(market.commit(), second.address())).isEqualTo(202);
            market.delivered();
        }
        market.push();
    }
}
