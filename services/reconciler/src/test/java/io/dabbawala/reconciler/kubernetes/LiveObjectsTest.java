package io.dabbawala.reconciler.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import io.dabbawala.reconciler.kubernetes.LiveObjects.Known;
import io.dabbawala.reconciler.plan.ObjectRef;
import io.dabbawala.reconciler.plan.Tracking;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LiveObjectsTest {

    private static final ObjectRef WEB = ObjectRef.of("v1", "ConfigMap", "shop", "web");

    private final LiveObjects objects = new LiveObjects(Tracking.BY_ANNOTATION);

    @Test
    void the_answer_to_a_write_that_comes_after_the_news_of_the_end_brings_nothing_back() {
        // Given
        objects.want(WEB);
        objects.seen(web(5));

        // When
        objects.gone(web(8));
        objects.seen(web(8));
        objects.seen(web(7));

        // Then
        assertThat(objects.want(WEB)).isInstanceOf(Known.Nothing.class);
    }

    @Test
    void one_of_the_same_name_that_comes_later_is_seen() {
        // Given
        objects.want(WEB);
        objects.gone(web(8));

        // When
        objects.seen(web(9));

        // Then
        assertThat(objects.want(WEB)).isInstanceOf(Known.Content.class);
    }

    private static Map<String, Object> web(int version) {
        return Map.of(
                "apiVersion",
                "v1",
                "kind",
                "ConfigMap",
                "metadata",
                Map.of(
                        "namespace",
                        "shop",
                        "name",
                        "web",
                        "resourceVersion",
                        Integer.toString(version)));
    }
}
