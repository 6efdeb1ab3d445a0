package io.dabbawala.testkit.twin;

import static io.dabbawala.testkit.twin.Contract.assertCode;
import static io.dabbawala.testkit.twin.Contract.configMap;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Watches: everything that happens, once, in order. */
interface WatchContract extends Contract {

    @Test
    default void tells_what_happens_after_a_version() throws Exception {
        var version = api().get(core("configmaps")).version();
        try (var watch = api().watch(core("configmaps?resourceVersion=" + version))) {
            api().post(core("configmaps"), configMap("a", "1"));
            var changed =
                    api().patch(
                                    core("configmaps/a"),
                                    ApiClient.MERGE,
                                    "{\"data\": {\"key\": \"2\"}}");
            api().delete(core("configmaps/a"));

            assertThat(watch.nextLine()).isEqualTo("ADDED a");
            var modified = watch.next();
            assertThat(modified.path("type").asText()).isEqualTo("MODIFIED");
            assertThat(modified.path("object")).isEqualTo(changed.body());
            var deleted = watch.next();
            assertThat(deleted.path("type").asText()).isEqualTo("DELETED");
            assertThat(deleted.at("/object/metadata/resourceVersion").asLong())
                    .isGreaterThan(Long.parseLong(changed.version()));
        }
    }

    @Test
    default void misses_nothing_between_list_and_watch() throws Exception {
        var version = api().get(core("configmaps")).version();
        for (int i = 0; i < 20; i++) {
            api().post(core("configmaps"), configMap("a" + i, "1"));
        }
        try (var watch = api().watch(core("configmaps?resourceVersion=" + version))) {
            for (int i = 0; i < 20; i++) {
                assertThat(watch.nextLine()).isEqualTo("ADDED a" + i);
            }
        }
    }

    @Test
    default void begins_with_what_is_there_without_a_version() throws Exception {
        api().post(core("configmaps"), configMap("a", "1"));
        try (var watch = api().watch(core("configmaps?fieldSelector=metadata.name%3Da"))) {
            assertThat(watch.nextLine()).isEqualTo("ADDED a");
            api().delete(core("configmaps/a"));
            assertThat(watch.nextLine()).isEqualTo("DELETED a");
        }
    }

    @Test
    default void a_selector_sees_objects_come_and_go() throws Exception {
        var version = api().get(core("configmaps")).version();
        api().post(core("configmaps"), configMap("a", "1"));
        var label = "{\"metadata\": {\"labels\": {\"seen\": \"%s\"}}}";
        try (var watch =
                api().watch(
                                core(
                                        "configmaps?labelSelector=seen%3Dyes&resourceVersion="
                                                + version))) {
            api().patch(core("configmaps/a"), ApiClient.MERGE, label.formatted("yes"));
            api().patch(core("configmaps/a"), ApiClient.MERGE, "{\"data\": {\"key\": \"2\"}}");
            api().patch(core("configmaps/a"), ApiClient.MERGE, label.formatted("no"));

            assertThat(watch.nextLine()).isEqualTo("ADDED a");
            assertThat(watch.nextLine()).isEqualTo("MODIFIED a");
            assertThat(watch.nextLine()).isEqualTo("DELETED a");
        }
    }

    @Test
    default void ends_when_the_time_is_up() throws Exception {
        var version = api().get(core("configmaps")).version();
        try (var watch =
                api().watch(
                                core(
                                                "configmaps?timeoutSeconds=1&allowWatchBookmarks=true&resourceVersion=")
                                        + version)) {
            var lines = watch.untilEnd();
            assertThat(lines).allMatch(line -> line.startsWith("BOOKMARK"));
        }
    }

    @Test
    default void begins_with_a_list_where_that_is_asked_for() throws Exception {
        api().post(core("configmaps"), configMap("a", "1"));
        try (var watch =
                api().watch(
                                core(
                                        "configmaps?sendInitialEvents=true&allowWatchBookmarks=true&resourceVersionMatch=NotOlderThan&fieldSelector=metadata.name%3Da"))) {
            assertThat(watch.nextLine()).isEqualTo("ADDED a");
            var bookmark = watch.next();
            assertThat(bookmark.path("type").asText()).isEqualTo("BOOKMARK");
            assertThat(
                            bookmark.at("/object/metadata/annotations")
                                    .path("k8s.io/initial-events-end")
                                    .asText())
                    .isEqualTo("true");
        }
    }

    @Test
    default void two_watches_see_the_same() throws Exception {
        var version = api().get(core("configmaps")).version();
        try (var one = api().watch(core("configmaps?resourceVersion=" + version));
                var two = api().watch(core("configmaps?resourceVersion=" + version))) {
            api().post(core("configmaps"), configMap("a", "1"));

            assertThat(one.next()).isEqualTo(two.next());
        }
    }

    @Test
    default void refuses_a_version_that_is_none() {
        assertCode(api().get(core("configmaps?watch=1&resourceVersion=soon")), 500);
    }
}
