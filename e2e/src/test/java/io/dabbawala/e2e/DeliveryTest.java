package io.dabbawala.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** On the broker of the platform, which can also be killed. */
class DeliveryTest extends DeliveryStories {

    @Override
    StoryBroker broker() {
        return StoryBroker.ofThePlatform();
    }

    @Test
    void nothing_is_lost_when_the_broker_is_killed_and_comes_back() {
        // Given
        shop.developer.replace("apps/web/deployment.yaml", "shop/web:", "shop/web:broker-");
        var revision = shop.push("feat(web): survive the broker");

        // When
        shop.platform.program("broker").kill();
        shop.platform.restart("broker");

        // Then
        shop.delivered(revision);
        assertThat(shop.declared(Shop.WEB, revision)).hasSize(1);
    }
}
