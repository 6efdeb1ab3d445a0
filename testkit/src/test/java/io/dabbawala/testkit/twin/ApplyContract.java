package io.dabbawala.testkit.twin;

import static io.dabbawala.testkit.twin.Contract.assertCode;
import static io.dabbawala.testkit.twin.Contract.assertRefused;
import static io.dabbawala.testkit.twin.Contract.causeFields;
import static io.dabbawala.testkit.twin.Contract.configMap;
import static io.dabbawala.testkit.twin.Contract.deployment;
import static io.dabbawala.testkit.twin.Contract.json;
import static io.dabbawala.testkit.twin.Contract.owned;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

/**
 * Server-side apply: who owns what, who stands in whose way, and what goes when nobody wants it.
 */
interface ApplyContract extends Contract {

    @Test
    default void creates_what_is_not_there() {
        var applied = api().apply(core("configmaps/a"), "one", configMap("a", "1"));

        assertCode(applied, 201);
        assertThat(owned(applied, "one")).isEqualTo(json("{\"f:data\": {\"f:key\": {}}}"));
        var entry = (ObjectNode) applied.at("/metadata/managedFields/0").deepCopy();
        assertThat(entry.remove("time").asText()).endsWith("Z");
        entry.remove("fieldsV1");
        assertThat(entry)
                .isEqualTo(
                        json(
                                """
                                {"manager": "one", "operation": "Apply", "apiVersion": "v1",
                                 "fieldsType": "FieldsV1"}
                                """));
    }

    @Test
    default void owns_the_fields_it_applied_and_no_defaults() {
        var applied =
                api().apply(
                                apps("deployments/a"),
                                "one",
                                """
                                {"apiVersion": "apps/v1", "kind": "Deployment", "metadata": {"name": "a",
                                  "labels": {"x": "y"}},
                                 "spec": {"replicas": 0, "selector": {"matchLabels": {"app": "a"}},
                                  "template": {"metadata": {"labels": {"app": "a"}}, "spec": {
                                   "containers": [{"name": "app", "image": "app:1", "args": ["-v"],
                                    "ports": [{"containerPort": 80}], "resources": {},
                                    "env": [{"name": "A", "value": "1"}],
                                    "volumeMounts": [{"name": "v", "mountPath": "/v"}]}],
                                   "volumes": [{"name": "v", "emptyDir": {}}]}}}}
                                """);

        assertThat(owned(applied, "one"))
                .isEqualTo(
                        json(
                                """
                                {"f:metadata": {"f:labels": {"f:x": {}}},
                                 "f:spec": {"f:replicas": {}, "f:selector": {}, "f:template": {
                                  "f:metadata": {"f:labels": {"f:app": {}}}, "f:spec": {
                                   "f:containers": {"k:{\\"name\\":\\"app\\"}": {
                                    ".": {}, "f:args": {}, "f:env": {"k:{\\"name\\":\\"A\\"}": {
                                     ".": {}, "f:name": {}, "f:value": {}}},
                                    "f:image": {}, "f:name": {}, "f:ports": {
                                     "k:{\\"containerPort\\":80,\\"protocol\\":\\"TCP\\"}": {
                                      ".": {}, "f:containerPort": {}}},
                                    "f:resources": {},
                                    "f:volumeMounts": {"k:{\\"mountPath\\":\\"/v\\"}": {
                                     ".": {}, "f:mountPath": {}, "f:name": {}}}}},
                                   "f:volumes": {"k:{\\"name\\":\\"v\\"}": {
                                    ".": {}, "f:emptyDir": {}, "f:name": {}}}}}}}
                                """));
        assertThat(applied.text("/spec/template/spec/dnsPolicy")).isEqualTo("ClusterFirst");
    }

    @Test
    default void takes_yaml() {
        var applied =
                api().apply(
                                core("configmaps/a"),
                                "one",
                                """
                                apiVersion: v1
                                kind: ConfigMap
                                metadata:
                                  name: a
                                data:
                                  key: "1"
                                """);

        assertCode(applied, 201);
        assertThat(applied.text("/data/key")).isEqualTo("1");
    }

    @Test
    default void applying_the_same_again_changes_nothing() {
        var first =
                api().apply(apps("deployments/a?force=true"), "one", deployment("a", 0, "app:1"));
        var settled =
                await(apps("deployments/a"), d -> d.at("/status/observedGeneration").asInt() == 1);

        var second = api().apply(apps("deployments/a"), "one", deployment("a", 0, "app:1"));

        assertCode(second, 200);
        assertThat(second.version()).isGreaterThanOrEqualTo(first.version());
        assertThat(second.version()).isEqualTo(api().get(apps("deployments/a")).version());
        assertThat(second.at("/metadata/generation")).isEqualTo(settled.at("/metadata/generation"));
    }

    @Test
    default void applying_the_same_leaves_the_version_alone() {
        var first = api().apply(core("configmaps/a"), "one", configMap("a", "1"));

        assertThat(api().apply(core("configmaps/a"), "one", configMap("a", "1")).body())
                .isEqualTo(first.body());
    }

    @Test
    default void another_value_for_anothers_field_is_a_conflict() {
        api().apply(apps("deployments/a"), "one", deployment("a", 0, "app:1"));

        var refused = api().apply(apps("deployments/a"), "two", deployment("a", 0, "app:2"));

        assertRefused(
                refused,
                409,
                "Conflict",
                "Apply failed with 1 conflict: conflict with \"one\":"
                        + " .spec.template.spec.containers[name=\"app\"].image");
        assertThat(refused.at("/details"))
                .isEqualTo(
                        json(
                                """
                                {"causes": [{"reason": "FieldManagerConflict",
                                 "message": "conflict with \\"one\\"",
                                 "field": ".spec.template.spec.containers[name=\\"app\\"].image"}]}
                                """));
        var two = api().apply(apps("deployments/a"), "two", deployment("a", 3, "app:2"));
        assertThat(two.text("/message"))
                .isEqualTo(
                        "Apply failed with 2 conflicts: conflicts with \"one\":\n- .spec.replicas\n"
                                + "- .spec.template.spec.containers[name=\"app\"].image");
    }

    @Test
    default void a_conflict_with_an_edit_names_its_version() {
        api().apply(core("configmaps/a"), "one", configMap("a", "1"));
        api().patch(
                        core("configmaps/a?fieldManager=kubectl-edit"),
                        ApiClient.MERGE,
                        "{\"data\": {\"key\": \"by hand\"}}");

        var refused = api().apply(core("configmaps/a"), "one", configMap("a", "1"));

        assertCode(refused, 409);
        assertThat(refused.text("/message"))
                .isEqualTo(
                        "Apply failed with 1 conflict: conflict with \"kubectl-edit\" using v1: .data.key");
        assertThat(causeFields(refused)).containsExactly(".data.key");
        assertThat(refused.text("/details/causes/0/message"))
                .isEqualTo("conflict with \"kubectl-edit\" using v1");
    }

    @Test
    default void the_same_value_is_owned_by_both() {
        api().apply(core("configmaps/a"), "one", configMap("a", "1"));

        var both = api().apply(core("configmaps/a"), "two", configMap("a", "1"));

        assertCode(both, 200);
        assertThat(owned(both, "one")).isEqualTo(owned(both, "two"));
    }

    @Test
    default void force_takes_the_field() {
        api().apply(core("configmaps/a"), "one", configMap("a", "1"));

        var taken = api().apply(core("configmaps/a?force=true"), "two", configMap("a", "2"));

        assertCode(taken, 200);
        assertThat(taken.text("/data/key")).isEqualTo("2");
        assertThat(owned(taken, "two")).isEqualTo(json("{\"f:data\": {\"f:key\": {}}}"));
        assertThat(owned(taken, "one")).isEqualTo(json("{}"));
    }

    @Test
    default void what_is_applied_no_more_goes() {
        var two =
                """
                {"apiVersion": "v1", "kind": "ConfigMap", "metadata": {"name": "a", "labels": {"l": "1"}},
                 "data": {"x": "1", "y": "2"}}
                """;
        api().apply(core("configmaps/a"), "one", two);

        var less =
                api().apply(
                                core("configmaps/a"),
                                "one",
                                "{\"apiVersion\": \"v1\", \"kind\": \"ConfigMap\", \"metadata\": {\"name\": \"a\"}, \"data\": {\"x\": \"1\"}}");

        assertThat(less.at("/data")).isEqualTo(json("{\"x\": \"1\"}"));
        assertThat(less.at("/metadata/labels").isMissingNode()).isTrue();
    }

    @Test
    default void what_another_owns_too_stays() {
        api().apply(core("configmaps/a"), "one", configMap("a", "1"));
        api().apply(core("configmaps/a"), "two", configMap("a", "1"));

        var left =
                api().apply(
                                core("configmaps/a"),
                                "one",
                                "{\"apiVersion\": \"v1\", \"kind\": \"ConfigMap\", \"metadata\": {\"name\": \"a\"}}");

        assertThat(left.text("/data/key")).isEqualTo("1");
        assertThat(owned(left, "two")).isEqualTo(json("{\"f:data\": {\"f:key\": {}}}"));
    }

    @Test
    default void items_of_lists_come_and_go_by_their_key() {
        var both =
                deployment("a", 0, "app:1")
                        .replace(
                                "\"image\": \"app:1\"}",
                                "\"image\": \"app:1\", \"env\": [{\"name\": \"A\", \"value\": \"1\"}, {\"name\": \"B\", \"value\": \"2\"}]}, {\"name\": \"side\", \"image\": \"side:1\"}");
        api().apply(apps("deployments/a"), "one", both);
        api().apply(
                        apps("deployments/a"),
                        "two",
                        """
                        {"apiVersion": "apps/v1", "kind": "Deployment", "metadata": {"name": "a"},
                         "spec": {"template": {"spec": {"containers": [{"name": "app",
                          "env": [{"name": "C", "value": "3"}]}]}}}}
                        """);

        var less = api().apply(apps("deployments/a"), "one", deployment("a", 0, "app:1"));

        var containers = less.at("/spec/template/spec/containers");
        assertThat(containers.findValuesAsText("image")).containsExactly("app:1");
        assertThat(containers.at("/0/env"))
                .isEqualTo(json("[{\"name\": \"C\", \"value\": \"3\"}]"));
    }

    @Test
    default void a_default_comes_back_where_a_field_goes() {
        api().apply(apps("deployments/a"), "one", deployment("a", 3, "app:1"));

        var without =
                api().apply(
                                apps("deployments/a"),
                                "one",
                                deployment("a", 3, "app:1").replace("\"replicas\": 3, ", ""));

        assertThat(without.at("/spec/replicas").asInt()).isEqualTo(1);
    }

    @Test
    default void an_edit_takes_what_it_changes() {
        api().apply(core("configmaps/a"), "one", configMap("a", "1"));

        var edited =
                api().patch(
                                core("configmaps/a?fieldManager=hand"),
                                ApiClient.MERGE,
                                "{\"data\": {\"key\": \"2\", \"more\": \"3\"}}");

        assertThat(owned(edited, "hand"))
                .isEqualTo(json("{\"f:data\": {\"f:key\": {}, \"f:more\": {}}}"));
        assertThat(owned(edited, "one")).isEqualTo(json("{}"));
        assertThat(edited.text("/metadata/managedFields/0/operation")).isEqualTo("Update");
    }

    @Test
    default void a_created_object_is_owned_by_its_client() {
        var created = api().post(core("configmaps"), configMap("a", "1"));

        assertThat(owned(created, "contract"))
                .isEqualTo(json("{\"f:data\": {\".\": {}, \"f:key\": {}}}"));
    }

    @Test
    default void a_dry_run_predicts() {
        var first = api().apply(core("configmaps/a"), "one", configMap("a", "1"));

        var predicted = api().apply(core("configmaps/a?dryRun=All"), "one", configMap("a", "2"));

        assertCode(predicted, 200);
        assertThat(predicted.text("/data/key")).isEqualTo("2");
        assertThat(predicted.version()).isEqualTo(first.version());
        assertThat(api().get(core("configmaps/a")).body()).isEqualTo(first.body());
        assertCode(api().apply(core("configmaps/a?dryRun=All"), "two", configMap("a", "2")), 409);
    }

    @Test
    default void lists_of_a_route_are_replaced_as_a_whole() {
        var route =
                """
                {"apiVersion": "gateway.networking.k8s.io/v1", "kind": "HTTPRoute", "metadata": {"name": "r"},
                 "spec": {"rules": [{"backendRefs": [{"name": "a", "port": 80, "weight": 100},
                  {"name": "b", "port": 80, "weight": 0}]}]}}
                """;
        var path = group("gateway.networking.k8s.io/v1", "httproutes/r");
        var applied = api().apply(path, "one", route);
        assertThat(owned(applied, "one")).isEqualTo(json("{\"f:spec\": {\"f:rules\": {}}}"));

        var refused = api().apply(path, "two", route.replace("100", "90"));
        assertThat(refused.text("/message"))
                .isEqualTo("Apply failed with 1 conflict: conflict with \"one\": .spec.rules");
    }

    @Test
    default void needs_a_manager_and_no_owners() {
        assertRefused(
                api().patch(core("configmaps/a"), ApiClient.APPLY, configMap("a", "1")),
                422,
                "Invalid",
                "PatchOptions.meta.k8s.io \"\" is invalid: fieldManager: Required value: is required for apply patch");
        var applied = api().apply(core("configmaps/a"), "one", configMap("a", "1"));
        assertRefused(
                api().apply(core("configmaps/a"), "one", applied.body().toString()),
                400,
                "BadRequest",
                "metadata.managedFields must be nil");
    }

    @Test
    default void knows_every_field_it_applies() {
        var refused =
                api().apply(
                                apps("deployments/a"),
                                "one",
                                deployment("a", 0, "app:1")
                                        .replace("\"replicas\"", "\"replica\": 3, \"replicas\""));

        assertCode(refused, 500);
        assertThat(refused.text("/message"))
                .isEqualTo(
                        "failed to create typed patch object (/a; apps/v1, Kind=Deployment): .spec.replica: field not declared in schema");
    }

    @Test
    default void is_applied_under_its_own_name_and_kind() {
        assertRefused(
                api().apply(core("configmaps/b"), "one", configMap("a", "1")),
                400,
                "BadRequest",
                "the name of the object (a) does not match the name on the URL (b)");
        assertRefused(
                api().apply(core("configmaps/a"), "one", "{\"metadata\": {\"name\": \"a\"}}"),
                400,
                "BadRequest",
                "invalid object type: /, Kind=");
    }

    @Test
    default void status_is_applied_aside() {
        api().apply(apps("deployments/a"), "one", deployment("a", 0, "app:1"));
        var through =
                api().apply(
                                apps("deployments/a"),
                                "one",
                                deployment("a", 0, "app:1")
                                        .replace(
                                                "\"spec\": {\"replicas\"",
                                                "\"status\": {\"replicas\": 7}, \"spec\": {\"replicas\""));

        assertCode(through, 200);
        assertThat(through.at("/status/replicas").asInt()).isZero();
        assertThat(owned(through, "one").has("f:status")).isFalse();
    }
}
