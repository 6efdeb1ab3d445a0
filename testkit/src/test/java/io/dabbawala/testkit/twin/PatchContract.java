package io.dabbawala.testkit.twin;

import static io.dabbawala.testkit.twin.Contract.assertCode;
import static io.dabbawala.testkit.twin.Contract.assertRefused;
import static io.dabbawala.testkit.twin.Contract.configMap;
import static io.dabbawala.testkit.twin.Contract.deployment;
import static io.dabbawala.testkit.twin.Contract.json;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The three ways to say a change that are not apply. */
interface PatchContract extends Contract {

    @Test
    default void a_merge_patch_merges_and_null_removes() {
        api().post(
                        core("configmaps"),
                        "{\"metadata\": {\"name\": \"a\"}, \"data\": {\"x\": \"1\", \"y\": \"2\"}}");

        var patched =
                api().patch(
                                core("configmaps/a"),
                                ApiClient.MERGE,
                                "{\"data\": {\"x\": null, \"z\": \"3\"}}");

        assertCode(patched, 200);
        assertThat(patched.at("/data")).isEqualTo(json("{\"y\": \"2\", \"z\": \"3\"}"));
    }

    @Test
    default void a_merge_patch_replaces_lists() {
        api().post(apps("deployments"), deployment("a", 0, "app:1"));

        var patched =
                api().patch(
                                apps("deployments/a"),
                                ApiClient.MERGE,
                                """
                                {"spec": {"template": {"spec": {"containers": [{"name": "b", "image": "b:1"}]}}}}
                                """);

        assertThat(patched.at("/spec/template/spec/containers").findValuesAsText("name"))
                .containsExactly("b");
    }

    @Test
    default void a_patch_may_name_the_version_it_is_for() {
        var created = api().post(core("configmaps"), configMap("a", "1"));
        var patch =
                "{\"metadata\": {\"resourceVersion\": \"%s\"}, \"data\": {\"key\": \"2\"}}"
                        .formatted(created.version());

        assertCode(api().patch(core("configmaps/a"), ApiClient.MERGE, patch), 200);
        assertCode(
                api().patch(core("configmaps/a"), ApiClient.MERGE, patch.replace("\"2\"", "\"3\"")),
                409);
    }

    @Test
    default void a_json_patch_does_one_thing_after_the_other() {
        api().post(
                        core("configmaps"),
                        "{\"metadata\": {\"name\": \"a\"}, \"data\": {\"x\": \"1\", \"y\": \"2\"}}");

        var patched =
                api().patch(
                                core("configmaps/a"),
                                ApiClient.JSON_PATCH,
                                """
                                [{"op": "test", "path": "/data/x", "value": "1"},
                                 {"op": "replace", "path": "/data/x", "value": "3"},
                                 {"op": "remove", "path": "/data/y"},
                                 {"op": "add", "path": "/metadata/annotations", "value": {}},
                                 {"op": "add", "path": "/metadata/annotations/z~1q", "value": "4"}]
                                """);

        assertCode(patched, 200);
        assertThat(patched.at("/data")).isEqualTo(json("{\"x\": \"3\"}"));
        assertThat(patched.at("/metadata/annotations")).isEqualTo(json("{\"z/q\": \"4\"}"));
    }

    @Test
    default void a_json_patch_that_does_not_fit_changes_nothing() {
        var created = api().post(core("configmaps"), configMap("a", "1"));

        var refused =
                api().patch(
                                core("configmaps/a"),
                                ApiClient.JSON_PATCH,
                                """
                                [{"op": "replace", "path": "/data/key", "value": "2"},
                                 {"op": "test", "path": "/data/key", "value": "1"}]
                                """);

        assertRefused(
                refused,
                422,
                "Invalid",
                "the server rejected our request due to an error in our request");
        assertThat(api().get(core("configmaps/a")).body()).isEqualTo(created.body());
    }

    @Test
    default void a_strategic_patch_finds_items_by_their_key() {
        api().post(apps("deployments"), deployment("a", 0, "app:1"));
        var patch =
                """
                {"spec": {"template": {"spec": {"containers": [
                  {"name": "app", "env": [{"name": "A", "value": "1"}],
                   "ports": [{"containerPort": 80}]},
                  {"name": "side", "image": "side:1"}]}}}}
                """;

        var patched = api().patch(apps("deployments/a"), ApiClient.STRATEGIC, patch);

        assertCode(patched, 200);
        var containers = patched.at("/spec/template/spec/containers");
        assertThat(containers.findValuesAsText("image"))
                .containsExactlyInAnyOrder("app:1", "side:1");
        var app =
                containers.get(0).path("name").asText().equals("app")
                        ? containers.get(0)
                        : containers.get(1);
        assertThat(app.at("/env")).isEqualTo(json("[{\"name\": \"A\", \"value\": \"1\"}]"));
        assertThat(app.at("/ports/0/protocol").asText()).isEqualTo("TCP");
        var removed =
                api().patch(
                                apps("deployments/a"),
                                ApiClient.STRATEGIC,
                                """
                                {"spec": {"template": {"spec": {"containers": [
                                  {"name": "side", "$patch": "delete"}]}}}}
                                """);
        assertThat(removed.at("/spec/template/spec/containers").findValuesAsText("image"))
                .containsExactly("app:1");
    }

    @Test
    default void a_strategic_patch_is_for_built_in_kinds() {
        api().post(
                        group("gateway.networking.k8s.io/v1", "httproutes"),
                        """
                        {"apiVersion": "gateway.networking.k8s.io/v1", "kind": "HTTPRoute",
                         "metadata": {"name": "r"}, "spec": {}}
                        """);

        assertCode(
                api().patch(
                                group("gateway.networking.k8s.io/v1", "httproutes/r"),
                                ApiClient.STRATEGIC,
                                "{}"),
                415);
    }

    @Test
    default void a_patch_that_changes_nothing_is_none() {
        var created = api().post(core("configmaps"), configMap("a", "1"));

        var patched =
                api().patch(core("configmaps/a"), ApiClient.MERGE, "{\"data\": {\"key\": \"1\"}}");

        assertThat(patched.version()).isEqualTo(created.version());
    }

    @Test
    default void a_patch_needs_its_object() {
        assertCode(api().patch(core("configmaps/a"), ApiClient.MERGE, "{}"), 404);
    }
}
