package io.dabbawala.reconciler.kubernetes;

import static io.dabbawala.reconciler.plan.Fixtures.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.dabbawala.reconciler.application.Tracking;
import io.dabbawala.reconciler.kubernetes.LiveObjects.Known;
import io.dabbawala.reconciler.object.LiveChange;
import io.dabbawala.reconciler.object.ObjectRef;
import java.util.ArrayList;
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

    @Test
    void what_came_lately_is_not_read_again_and_never_older_than_the_last_news() {
        // Given
        objects.want(WEB);
        objects.seen(web(5));
        var first = objects.contentOf(WEB).orElseThrow();

        // Then
        assertThat(objects.contentOf(WEB).orElseThrow()).isSameAs(first);

        // When
        objects.seen(web(6));

        // Then
        assertThat(objects.contentOf(WEB).orElseThrow().resourceVersion()).isEqualTo("6");
    }

    @Test
    void what_came_long_ago_is_read_from_what_is_held() {
        // Given
        objects.want(WEB);
        objects.seen(web(5));
        var first = objects.contentOf(WEB).orElseThrow();

        // When
        for (int i = 0; i < 1000; i++) {
            var other = ObjectRef.of("v1", "ConfigMap", "shop", "other-" + i);
            objects.want(other);
            objects.seen(named("other-" + i, 7));
        }

        // Then
        assertThat(objects.contentOf(WEB).orElseThrow()).isNotSameAs(first).isEqualTo(first);
    }

    @Test
    void news_of_the_status_alone_are_told_as_such_with_what_it_was() {
        // Given
        var told = new ArrayList<LiveChange>();
        objects.want(WEB);
        objects.listen(told::add);

        // When
        objects.seen(with(web(5), "status", "old"));
        objects.seen(with(web(6), "status", "new"));
        objects.seen(with(with(web(7), "status", "newer"), "data", "other"));

        // Then
        assertThat(told)
                .satisfiesExactly(
                        first -> assertThat(first).isInstanceOf(LiveChange.Seen.class),
                        moved ->
                                assertThat(moved)
                                        .isInstanceOfSatisfying(
                                                LiveChange.StatusMoved.class,
                                                one ->
                                                        assertThat(
                                                                        one.before()
                                                                                .content()
                                                                                .get("status"))
                                                                .isEqualTo("old")),
                        changed -> assertThat(changed).isInstanceOf(LiveChange.Seen.class));
    }

    private static Map<String, Object> web(int version) {
        return named("web", version);
    }

    private static Map<String, Object> named(String name, int version) {
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
                        name,
                        "resourceVersion",
                        Integer.toString(version)));
    }
}
