package io.dabbawala.testkit.twin;

import static io.dabbawala.testkit.twin.Contract.assertCode;
import static io.dabbawala.testkit.twin.Contract.assertRefused;
import static io.dabbawala.testkit.twin.Contract.configMap;
import static io.dabbawala.testkit.twin.Contract.deployment;
import static io.dabbawala.testkit.twin.Contract.json;
import static io.dabbawala.testkit.twin.Contract.names;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

/** Creating, reading, listing, updating. */
interface ObjectContract extends Contract {

    @Test
    default void gives_an_object_its_identity() {
        var created = api().post(core("configmaps"), configMap("a", "1"));

        assertCode(created, 201);
        assertThat(created.text("/metadata/uid")).hasSize(36);
        assertThat(created.text("/metadata/creationTimestamp")).matches("\\d{4}-.*T.*Z");
        assertThat(created.text("/metadata/namespace")).isEqualTo(namespace());
        assertThat(created.version()).matches("\\d+");
        assertThat(created.at("/metadata/generation").isMissingNode()).isTrue();
        assertThat(api().get(core("configmaps/a")).body()).isEqualTo(created.body());
    }

    @Test
    default void generates_a_name() {
        var created =
                api().post(core("configmaps"), "{\"metadata\": {\"generateName\": \"made-\"}}");

        assertThat(created.text("/metadata/name")).matches("made-[a-z0-9]{5}");
    }

    @Test
    default void creates_a_name_once() {
        api().post(core("configmaps"), configMap("a", "1"));

        assertRefused(
                api().post(core("configmaps"), configMap("a", "2")),
                409,
                "AlreadyExists",
                "configmaps \"a\" already exists");
    }

    @Test
    default void does_not_find_what_is_not_there() {
        var missing = api().get(apps("deployments/nothing"));

        assertRefused(missing, 404, "NotFound", "deployments.apps \"nothing\" not found");
        assertThat(missing.at("/details"))
                .isEqualTo(
                        json(
                                """
                                {"name": "nothing", "group": "apps", "kind": "deployments"}
                                """));
    }

    @Test
    default void wants_the_namespace_to_be_there() {
        var refused = api().post("/api/v1/namespaces/nowhere/configmaps", configMap("a", "1"));

        assertRefused(refused, 404, "NotFound", "namespaces \"nowhere\" not found");
        assertThat(api().get("/api/v1/namespaces/nowhere/configmaps").at("/items").size()).isZero();
    }

    @Test
    default void lists_by_label_and_by_name() {
        for (var name : new String[] {"a", "b", "c"}) {
            api().post(
                            core("configmaps"),
                            "{\"metadata\": {\"name\": \"%1$s\", \"labels\": {\"is\": \"%1$s\"}}}"
                                    .formatted(name));
        }

        assertThat(names(api().get(core("configmaps?labelSelector=is%3Da")))).containsExactly("a");
        assertThat(names(api().get(core("configmaps?labelSelector=is!%3Da,is"))))
                .containsExactly("b", "c");
        assertThat(names(api().get(core("configmaps?labelSelector=is+in+(a,c)"))))
                .containsExactly("a", "c");
        assertThat(names(api().get(core("configmaps?labelSelector=is+notin+(a,c),is"))))
                .containsExactly("b");
        assertThat(names(api().get(core("configmaps?fieldSelector=metadata.name%3Db"))))
                .containsExactly("b");
        var everywhere = api().get("/api/v1/configmaps?labelSelector=is");
        assertThat(everywhere.text("/kind")).isEqualTo("ConfigMapList");
        assertThat(everywhere.version()).matches("\\d+");
        assertThat(names(everywhere)).contains("a", "b", "c");
    }

    @Test
    default void refuses_a_selector_nobody_can_answer() {
        var refused = api().get(core("configmaps?fieldSelector=data.key%3D1"));

        assertCode(refused, 400);
        assertThat(refused.text("/message"))
                .isEqualTo(
                        "\"data.key\" is not a known field selector: only \"metadata.name\", \"metadata.namespace\"");
        assertThat(api().get(core("pods?fieldSelector=spec.other%3D1")).text("/message"))
                .isEqualTo("field label not supported: spec.other");
        assertCode(api().get(core("pods?labelSelector=a+b")), 400);
    }

    @Test
    default void lists_in_pages() {
        for (var name : new String[] {"a", "b", "c"}) {
            api().post(
                            core("configmaps"),
                            "{\"metadata\": {\"name\": \"%s\", \"labels\": {\"paged\": \"\"}}}"
                                    .formatted(name));
        }
        var first =
                api().get(
                                core(
                                        "configmaps?fieldSelector=metadata.name!%3Dkube-root-ca.crt&limit=2"));
        var second =
                api().get(
                                core(
                                                "configmaps?fieldSelector=metadata.name!%3Dkube-root-ca.crt&limit=2&continue=")
                                        + first.text("/metadata/continue"));

        assertThat(names(first)).containsExactly("a", "b");
        assertThat(names(second)).containsExactly("c");
        assertThat(second.text("/metadata/continue")).isEmpty();
    }

    @Test
    default void updates_the_version_that_was_read() {
        var created = api().post(core("configmaps"), configMap("a", "1"));
        var changed = (ObjectNode) created.body().deepCopy();
        changed.withObject("/data").put("key", "2");

        var updated = api().put(core("configmaps/a"), changed);

        assertCode(updated, 200);
        assertThat(Long.parseLong(updated.version()))
                .isGreaterThan(Long.parseLong(created.version()));
        assertThat(updated.text("/metadata/uid")).isEqualTo(created.text("/metadata/uid"));
        assertRefused(
                api().put(core("configmaps/a"), changed),
                409,
                "Conflict",
                "Operation cannot be fulfilled on configmaps \"a\": the object has been modified;"
                        + " please apply your changes to the latest version and try again");
    }

    @Test
    default void an_update_that_changes_nothing_is_none() {
        var created = api().post(core("configmaps"), configMap("a", "1"));

        assertThat(api().put(core("configmaps/a"), created.body()).version())
                .isEqualTo(created.version());
    }

    @Test
    default void does_not_update_what_is_not_there() {
        assertCode(api().put(apps("deployments/a"), json(deployment("a", 1, "app:1"))), 404);
    }

    @Test
    default void counts_generations_of_what_is_wanted() {
        var created = api().post(apps("deployments"), deployment("a", 0, "app:1"));
        assertThat(created.at("/metadata/generation").asInt()).isEqualTo(1);

        var labelled =
                api().patch(
                                apps("deployments/a"),
                                ApiClient.MERGE,
                                "{\"metadata\": {\"labels\": {\"a\": \"b\"}}}");
        assertThat(labelled.at("/metadata/generation").asInt()).isEqualTo(1);

        var scaled =
                api().patch(
                                apps("deployments/a"),
                                ApiClient.MERGE,
                                "{\"spec\": {\"minReadySeconds\": 1}}");
        assertThat(scaled.at("/metadata/generation").asInt()).isEqualTo(2);
    }

    @Test
    default void keeps_status_apart() {
        api().post(
                        group("gateway.networking.k8s.io/v1", "gateways"),
                        """
                        {"apiVersion": "gateway.networking.k8s.io/v1", "kind": "Gateway",
                         "metadata": {"name": "g"},
                         "spec": {"gatewayClassName": "c",
                          "listeners": [{"name": "http", "port": 80, "protocol": "HTTP"}]}}
                        """);
        var path = group("gateway.networking.k8s.io/v1", "gateways/g");
        var status =
                """
                {"spec": {"gatewayClassName": "other"}, "status": {"addresses": [{"value": "10.0.0.1"}]}}
                """;

        var through = api().patch(path, ApiClient.MERGE, status);
        assertThat(through.text("/spec/gatewayClassName")).isEqualTo("other");
        assertThat(through.at("/status/addresses").isMissingNode()).isTrue();

        var aside =
                api().patch(path + "/status", ApiClient.MERGE, status.replace("other", "third"));
        assertThat(aside.text("/spec/gatewayClassName")).isEqualTo("other");
        assertThat(aside.text("/status/addresses/0/value")).isEqualTo("10.0.0.1");
        assertThat(aside.at("/metadata/generation").asInt()).isEqualTo(2);
    }

    @Test
    default void scales_through_the_subresource() {
        api().post(apps("deployments"), deployment("a", 1, "app:1"));

        var scale = api().get(apps("deployments/a/scale"));
        assertThat(scale.text("/kind")).isEqualTo("Scale");
        assertThat(scale.text("/apiVersion")).isEqualTo("autoscaling/v1");
        assertThat(scale.at("/spec/replicas").asInt()).isEqualTo(1);

        var scaled =
                api().patch(
                                apps("deployments/a/scale"),
                                ApiClient.MERGE,
                                "{\"spec\": {\"replicas\": 3}}");
        assertThat(scaled.at("/spec/replicas").asInt()).isEqualTo(3);
        assertThat(api().get(apps("deployments/a")).at("/spec/replicas").asInt()).isEqualTo(3);
    }

    @Test
    default void a_dry_run_answers_and_writes_nothing() {
        var imagined = api().post(apps("deployments?dryRun=All"), deployment("a", 2, "app:1"));

        assertCode(imagined, 201);
        assertThat(imagined.text("/spec/strategy/type")).isEqualTo("RollingUpdate");
        assertThat(imagined.text("/metadata/uid")).hasSize(36);
        assertCode(api().get(apps("deployments/a")), 404);
    }

    @Test
    default void serves_a_kind_from_the_moment_it_is_defined() {
        var definition =
                """
                {"apiVersion": "apiextensions.k8s.io/v1", "kind": "CustomResourceDefinition",
                 "metadata": {"name": "lunches.%1$s.example"},
                 "spec": {"group": "%1$s.example", "scope": "Namespaced",
                  "names": {"plural": "lunches", "kind": "Lunch"},
                  "versions": [{"name": "v1", "served": true, "storage": true,
                   "schema": {"openAPIV3Schema": {"type": "object", "properties": {"spec": {
                    "type": "object", "required": ["dish"], "properties": {
                     "dish": {"type": "string"}, "count": {"type": "integer", "default": 1,
                      "minimum": 1}}}}}}}]}}
                """
                        .formatted(namespace());
        assertCode(
                api().post("/apis/apiextensions.k8s.io/v1/customresourcedefinitions", definition),
                201);
        await("/apis/" + namespace() + ".example/v1", answer -> answer.code() == 200);
        var lunches = group(namespace() + ".example/v1", "lunches");
        var lunch =
                """
                {"apiVersion": "%s.example/v1", "kind": "Lunch", "metadata": {"name": "monday"},
                 "spec": {"dish": "dal", "unknown": true}}
                """
                        .formatted(namespace());
        await(lunches, answer -> answer.code() == 200);

        var created = api().post(lunches, lunch);

        assertCode(created, 201);
        assertThat(created.at("/spec")).isEqualTo(json("{\"dish\": \"dal\", \"count\": 1}"));
        assertThat(created.at("/metadata/generation").asInt()).isEqualTo(1);
        var refused = api().post(lunches, lunch.replace("monday", "b").replace("dish", "dash"));
        assertCode(refused, 422);
        assertThat(refused.text("/message")).contains("spec.dish: Required value");
    }
}
