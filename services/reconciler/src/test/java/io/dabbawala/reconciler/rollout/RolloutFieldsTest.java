package io.dabbawala.reconciler.rollout;

import static io.dabbawala.reconciler.rollout.Shop.ROUTE;
import static io.dabbawala.reconciler.rollout.Shop.TARGET;
import static io.dabbawala.reconciler.rollout.Shop.canary;
import static io.dabbawala.reconciler.rollout.Shop.checkout;
import static io.dabbawala.reconciler.rollout.Shop.deployment;
import static io.dabbawala.reconciler.rollout.Shop.service;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RolloutFieldsTest {

    private final Shop shop = new Shop();

    @Test
    void the_replicas_of_a_target_are_the_rollouts_once_there_is_a_primary() {
        shop.declare(canary());
        assertThat(fields().of(TARGET)).isEmpty();

        shop.sync("d1", "r1", checkout("shop/checkout:1.0"));

        assertThat(fields().of(TARGET)).containsExactly("/spec/replicas");
        assertThat(fields().of(deployment("other"))).isEmpty();
    }

    @Test
    void where_the_apex_and_the_route_lead_is_the_rollouts_once_it_took_them_over() {
        shop.declare(canary());
        shop.sync("d1", "r1", checkout("shop/checkout:1.0"));
        assertThat(fields().of(service("checkout"))).isEmpty();

        shop.settle();

        assertThat(fields().of(service("checkout")))
                .containsExactlyInAnyOrder("/spec/selector", "/spec/ports");
        assertThat(fields().of(ROUTE)).containsExactly("/spec");
        assertThat(fields().of(service("other"))).isEmpty();
    }

    @Test
    void a_restart_does_not_give_them_away() {
        shop.initialised();

        shop.restart();

        assertThat(fields().of(TARGET)).containsExactly("/spec/replicas");
    }

    @Test
    void they_are_nobodys_without_the_canary() {
        shop.initialised();

        shop.withdraw();

        assertThat(fields().of(TARGET)).isEmpty();
    }

    private RolloutFields fields() {
        return new RolloutFields(shop.rollouts(), shop.cluster);
    }
}
