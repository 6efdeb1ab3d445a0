package io.dabbawala.notifier.message;

import static io.dabbawala.notifier.Told.GOOD;
import static io.dabbawala.notifier.Told.SHOP;
import static io.dabbawala.notifier.Told.news;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NewsTest {

    @Test
    void a_delivery_that_is_healthy_again_is_the_same_news() {
        assertThat(news("1", new Happening.Delivered(SHOP, GOOD, 3, false)).key())
                .isEqualTo(news("2", new Happening.Delivered(SHOP, GOOD, 3, false)).key())
                .isNotEqualTo(news("2", new Happening.Delivered(SHOP, GOOD, 4, false)).key());
    }

    @Test
    void a_rollout_is_promoted_once() {
        assertThat(news("1", new Happening.Promoted(SHOP, "shop/web", "t")).key())
                .isEqualTo(news("2", new Happening.Promoted(SHOP, "shop/web", "t")).key())
                .isNotEqualTo(news("1", new Happening.Promoted(SHOP, "shop/web", "u")).key());
    }

    @Test
    void everything_else_is_news_by_its_event() {
        assertThat(news("1", new Happening.Degraded(SHOP, GOOD, "")).key())
                .isNotEqualTo(news("2", new Happening.Degraded(SHOP, GOOD, "")).key());
    }
}
