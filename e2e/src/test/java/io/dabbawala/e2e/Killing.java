package io.dabbawala.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Kills one of the two at a time in the middle of a delivery, while pushes go on: one more comes
 * while it is away, of which a watcher that is away is not told.
 */
record Killing(Market market) {

    /** Until everything is right again, from the kill on. */
    private static final Duration RECOVERY = Duration.ofSeconds(30);

    /**
     * How many kills: {@code -Ddabbawala.faults=25}, and as a build has time if nothing is said.
     * The moments nobody chose come again with {@code -Ddabbawala.faults.seed=N}.
     */
    static List<Kills.Kill> asked(int usually) {
        var seed = Long.getLong("dabbawala.faults.seed", System.nanoTime());
        System.out.println("kills by -Ddabbawala.faults.seed=" + seed);
        return Kills.of(Integer.getInteger("dabbawala.faults", usually), seed);
    }

    void survive(Kills.Kill kill) {
        kill.step()
                .ifPresentOrElse(
                        market::pushUntil,
                        () -> {
                            market.push();
                            letPass(kill.milliseconds());
                        });
        var victim = market.platform.program(kill.victim());
        victim.kill();
        var killed = Instant.now();
        assertThat(victim.isRunning()).isFalse();
        var meanwhile = market.commit();
        if (!kill.victim().equals("git-watcher")) {
            assertThat(market.tell(meanwhile)).isEqualTo(202);
        }
        market.platform.restart(kill.victim());
        market.delivered();
        var took = Duration.between(killed, Instant.now());
        System.out.printf("  killed: %-45s delivered after %d ms%n", kill, took.toMillis());
        assertThat(took).as("recovery of %s", kill).isLessThanOrEqualTo(RECOVERY);
    }

    private static void letPass(int milliseconds) {
        var over =
                new CompletableFuture<Void>()
                        .completeOnTimeout(null, milliseconds, TimeUnit.MILLISECONDS);
        await().pollInterval(Duration.ofMillis(1)).until(over::isDone);
    }
}
