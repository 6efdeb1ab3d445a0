package io.dabbawala.reconciler.rollout;

import static io.dabbawala.reconciler.rollout.Shop.PRIMARY;
import static io.dabbawala.reconciler.rollout.Shop.TARGET;
import static io.dabbawala.reconciler.rollout.Shop.canary;
import static io.dabbawala.reconciler.rollout.Shop.checkout;
import static org.assertj.core.api.Assertions.assertThat;

import io.dabbawala.reconciler.application.SyncCause;
import io.dabbawala.reconciler.object.Manifest;
import io.dabbawala.reconciler.rollout.Verdict.Aim;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whole rollouts on a cluster in memory. */
class RolloutStoryTest {

    private final Shop shop = new Shop();

    @Test
    void the_primary_serves_before_the_target_is_scaled_away() {
        shop.declare(canary());

        // the first sync brings the target
        var first = shop.sync("d1", "r1", checkout("shop/checkout:1.0")).orElseThrow();
        assertThat(first.phase()).isEqualTo(Phase.INITIALIZING);
        assertThat(shop.cluster.writes())
                .containsExactly(
                        "Deployment checkout-primary",
                        "Service checkout-primary",
                        "Service checkout-canary");
        assertThat(shop.replicas(TARGET)).isEqualTo(2);

        // the primary becomes ready
        shop.cluster.rollOut(PRIMARY);
        var second = shop.lookAt();
        assertThat(shop.cluster.writes())
                .containsExactly(
                        "Service checkout",
                        "Deployment checkout",
                        "HTTPRoute checkout",
                        "Deployment checkout-primary");
        assertThat(second.phase()).isEqualTo(Phase.INITIALIZED);
        assertThat(shop.replicas(TARGET)).isZero();
        assertThat(shop.selector("checkout")).isEqualTo("checkout-primary");
        assertThat(shop.weight()).isZero();
        assertThat(second.promoted().revision()).isEqualTo("r1");
    }

    @Test
    void a_good_revision_is_promoted_step_by_step() {
        var start = shop.progressing(0);
        assertThat(start.phase()).isEqualTo(Phase.PROGRESSING);
        assertThat(start.readiness().canary()).isTrue();
        assertThat(shop.replicas(TARGET)).isEqualTo(2);

        var thirty = shop.judge(start, Aim.PROGRESSING, 30).orElseThrow();
        assertThat(thirty.canaryWeight()).isEqualTo(30);
        assertThat(shop.weight()).isEqualTo(30);

        var promoting = shop.judge(start, Aim.PROMOTING, 30).orElseThrow();
        assertThat(promoting.phase()).isEqualTo(Phase.PROMOTING);
        assertThat(promoting.readiness().primary()).isFalse();
        assertThat(shop.image(PRIMARY)).isEqualTo("shop/checkout:1.1");
        assertThat(shop.settle().readiness().primary()).isTrue();

        var finalising = shop.judge(start, Aim.FINALISING, 0).orElseThrow();
        assertThat(finalising.canaryWeight()).isZero();
        assertThat(shop.replicas(TARGET)).isEqualTo(2);

        var succeeded = shop.judge(start, Aim.SUCCEEDED, 0).orElseThrow();
        assertThat(succeeded.phase()).isEqualTo(Phase.SUCCEEDED);
        assertThat(shop.replicas(TARGET)).isZero();
        assertThat(succeeded.promoted().revision()).isEqualTo("r2");
        assertThat(succeeded.promoted().template()).isEqualTo(start.subject().template());
    }

    @Test
    void a_bad_revision_comes_back_and_nothing_starts_when_the_good_one_is_declared_again() {
        var trial = shop.progressing(30);
        shop.cluster.writes();

        var failed = shop.rollBack(trial).orElseThrow();

        assertThat(failed.phase()).isEqualTo(Phase.FAILED);
        assertThat(shop.cluster.writes())
                .as("traffic leaves the pods before they go")
                .containsExactly(
                        "Deployment checkout-primary", "HTTPRoute checkout", "Deployment checkout");
        assertThat(shop.weight()).isZero();
        assertThat(shop.replicas(TARGET)).isZero();
        assertThat(shop.image(PRIMARY)).isEqualTo("shop/checkout:1.0");

        var again =
                shop.sync(
                                Shop.state("d2", "r1", SyncCause.ROLLBACK),
                                List.of(Manifest.of(checkout("shop/checkout:1.0"))))
                        .orElseThrow();
        assertThat(again.phase()).isEqualTo(Phase.FAILED);
        assertThat(again.subject().template()).isEqualTo(again.promoted().template());
        assertThat(shop.replicas(TARGET)).isZero();
    }

    @Test
    void whatever_kills_the_process_the_next_look_goes_on() {
        for (int steps = 0; steps < 30; steps++) {
            var mortal = new Shop();
            mortal.cluster.dieAfter(steps);
            playUntilDeath(mortal);
            mortal.cluster.live();
            mortal.restart();
            mortal.declare(canary());

            var end = playUntilDeath(mortal);

            assertThat(end.phase()).as("killed after %d writes", steps).isEqualTo(Phase.SUCCEEDED);
            assertThat(mortal.image(PRIMARY)).isEqualTo("shop/checkout:1.1");
            assertThat(mortal.weight()).isZero();
            assertThat(mortal.replicas(TARGET)).isZero();
        }
    }

    @Test
    void a_look_at_what_is_as_it_should_be_writes_nothing() {
        shop.progressing(30);
        shop.cluster.writes();

        shop.look();
        shop.restart();
        shop.declare(canary());
        shop.look();

        assertThat(shop.cluster.writes()).isEmpty();
    }

    /** Whoever speaks repeats itself, as events do. */
    private static Progress playUntilDeath(Shop shop) {
        try {
            shop.declare(canary());
            if (shop.cluster.read(PRIMARY).isEmpty() || shop.lookIsInitializing()) {
                shop.sync("d1", "r1", checkout("shop/checkout:1.0"));
                shop.settle();
            }
            shop.sync("d2", "r2", checkout("shop/checkout:1.1"));
            var trial = shop.settle();
            shop.judge(trial, Aim.PROGRESSING, 30);
            shop.judge(trial, Aim.PROMOTING, 30);
            shop.settle();
            shop.judge(trial, Aim.FINALISING, 0);
            shop.judge(trial, Aim.SUCCEEDED, 0);
            return shop.lookAt();
        } catch (io.dabbawala.reconciler.cluster.UnreachableCluster e) {
            return new Progress(
                    "",
                    "",
                    new Release("", "", "", "", java.util.Map.of()),
                    new Release("", "", "", "", java.util.Map.of()),
                    Phase.INITIALIZING,
                    0,
                    new Readiness(false, false, false),
                    "",
                    "");
        }
    }
}
