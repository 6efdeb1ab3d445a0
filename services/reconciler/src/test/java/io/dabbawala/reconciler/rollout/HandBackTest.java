package io.dabbawala.reconciler.rollout;

import static io.dabbawala.reconciler.rollout.Shop.PRIMARY;
import static io.dabbawala.reconciler.rollout.Shop.TARGET;
import static io.dabbawala.reconciler.rollout.Shop.canary;
import static io.dabbawala.reconciler.rollout.Shop.checkout;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HandBackTest {

    private final Shop shop = new Shop();

    @Test
    void the_target_gets_its_replicas_back_and_what_was_made_stays() {
        shop.initialised();

        shop.withdraw();
        shop.look();

        assertThat(shop.replicas(TARGET)).isEqualTo(2);
        assertThat(shop.replicas(PRIMARY)).isEqualTo(2);
        assertThat(shop.selector("checkout")).isEqualTo("checkout-primary");
        assertThat(shop.rollouts().all()).isEmpty();
    }

    @Test
    void users_get_the_target_back_once_it_is_ready_if_the_canary_said_so() {
        shop.declare(canary("\"spec\": {", "\"spec\": {\"revertOnDeletion\": true, "));
        shop.sync("d1", "r1", checkout("shop/checkout:1.0"));
        shop.settle();

        shop.withdraw();
        shop.look();
        assertThat(shop.selector("checkout")).isEqualTo("checkout-primary");

        shop.cluster.rollOut(TARGET);
        shop.look();
        assertThat(shop.selector("checkout")).isEqualTo("checkout");
    }

    @Test
    void a_canary_that_left_while_the_process_was_down_is_noticed_at_the_next_sync() {
        shop.initialised();

        shop.restart();
        shop.rollouts().complete();
        shop.sync("d1", "r1", checkout("shop/checkout:1.0"));

        assertThat(shop.replicas(TARGET)).isEqualTo(2);
    }

    @Test
    void nothing_is_handed_back_before_all_canaries_are_known() {
        shop.initialised();
        shop.cluster.writes();

        shop.restart();
        shop.sync("d1", "r1", checkout("shop/checkout:1.0"));

        assertThat(shop.cluster.writes()).isEmpty();
    }

    @Test
    void a_canary_that_comes_back_begins_anew() {
        shop.initialised();
        shop.withdraw();
        shop.look();

        shop.declare(canary());
        shop.look();

        assertThat(shop.settle().phase()).isEqualTo(Phase.INITIALIZED);
        assertThat(shop.replicas(TARGET)).isZero();
    }
}
