package io.dabbawala.testkit.twin;

import static io.dabbawala.testkit.twin.Contract.assertCode;
import static io.dabbawala.testkit.twin.Contract.assertRefused;
import static io.dabbawala.testkit.twin.Contract.causeFields;
import static io.dabbawala.testkit.twin.Contract.configMap;
import static io.dabbawala.testkit.twin.Contract.deployment;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What is invalid, unreadable or not admitted, and how the server says so. */
interface RefusalContract extends Contract {

    @Test
    default void says_everything_that_is_wrong_at_once() {
        var refused =
                api().post(
                                apps("deployments"),
                                "{\"metadata\": {\"name\": \"Bad_\"}, \"spec\": {\"replicas\": -1}}");

        assertCode(refused, 422);
        assertThat(refused.text("/reason")).isEqualTo("Invalid");
        assertThat(refused.text("/message"))
                .startsWith(
                        "Deployment.apps \"Bad_\" is invalid: [metadata.name: Invalid value: \"Bad_\": a lowercase RFC 1123 subdomain")
                .contains("spec.replicas: Invalid value: -1: must be greater than or equal to 0")
                .contains("spec.selector: Required value");
        assertThat(causeFields(refused))
                .contains(
                        "metadata.name",
                        "spec.replicas",
                        "spec.selector",
                        "spec.template.metadata.labels",
                        "spec.template.spec.containers");
        assertThat(refused.text("/details/kind")).isEqualTo("Deployment");
        assertThat(refused.text("/details/causes/1/reason")).isEqualTo("FieldValueInvalid");
    }

    @Test
    default void a_selector_stays() {
        api().post(apps("deployments"), deployment("a", 0, "app:1"));

        var refused =
                api().patch(
                                apps("deployments/a"),
                                ApiClient.MERGE,
                                """
                                {"spec": {"selector": {"matchLabels": {"app": "b"}},
                                 "template": {"metadata": {"labels": {"app": "b"}}}}}
                                """);

        assertCode(refused, 422);
        assertThat(causeFields(refused)).containsExactly("spec.selector");
        assertThat(refused.text("/details/causes/0/message")).endsWith("field is immutable");
    }

    @Test
    default void a_selector_matches_its_template() {
        var refused =
                api().post(
                                apps("deployments"),
                                deployment("a", 1, "app:1")
                                        .replace(
                                                "matchLabels\": {\"app\": \"a\"",
                                                "matchLabels\": {\"app\": \"b\""));

        assertCode(refused, 422);
        assertThat(refused.text("/message"))
                .isEqualTo(
                        "Deployment.apps \"a\" is invalid: spec.template.metadata.labels: Invalid value: {\"app\":\"a\"}: `selector` does not match template `labels`");
    }

    @Test
    default void a_container_has_an_image() {
        var refused = api().post(apps("deployments"), deployment("a", 1, ""));

        assertCode(refused, 422);
        assertThat(causeFields(refused)).containsExactly("spec.template.spec.containers[0].image");
    }

    @Test
    default void a_name_is_needed() {
        assertRefused(
                api().post(core("configmaps"), "{}"),
                422,
                "Invalid",
                "ConfigMap \"\" is invalid: metadata.name: Required value: name or generateName is required");
    }

    @Test
    default void a_body_is_of_the_kind_of_its_path() {
        var refused =
                api().post(core("configmaps"), "{\"apiVersion\": \"v1\", \"kind\": \"Secret\"}");

        assertCode(refused, 400);
        assertThat(refused.text("/message"))
                .startsWith("Secret in version \"v1\" cannot be handled as a ConfigMap");
    }

    @Test
    default void a_body_is_json() {
        var refused = api().post(core("configmaps"), "{nonsense");

        assertCode(refused, 400);
        assertThat(refused.text("/reason")).isEqualTo("BadRequest");
        assertThat(refused.text("/message")).contains("couldn't get version/kind");
    }

    @Test
    default void a_value_has_its_type() {
        var refused =
                api().post(
                                apps("deployments"),
                                deployment("a", 1, "app:1")
                                        .replace("\"replicas\": 1", "\"replicas\": \"one\""));

        assertCode(refused, 400);
        assertThat(refused.text("/message"))
                .startsWith(
                        "Deployment in version \"v1\" cannot be handled as a Deployment: json: cannot unmarshal string into Go struct field");
    }

    @Test
    default void unknown_fields_go_or_are_refused() {
        var body =
                deployment("a", 0, "app:1").replace("\"replicas\"", "\"replica\": 3, \"replicas\"");

        var refused = api().post(apps("deployments?fieldValidation=Strict"), body);
        assertRefused(
                refused,
                400,
                "BadRequest",
                "Deployment in version \"v1\" cannot be handled as a Deployment: strict decoding error: unknown field \"spec.replica\"");
        var taken = api().post(apps("deployments?fieldValidation=Ignore"), body);
        assertCode(taken, 201);
        assertThat(taken.at("/spec/replica").isMissingNode()).isTrue();
    }

    @Test
    default void media_types_are_known() {
        api().post(core("configmaps"), configMap("a", "1"));

        assertRefused(
                api().send("PATCH", core("configmaps/a"), "{}", "text/plain"),
                415,
                "UnsupportedMediaType",
                "415: Unsupported Media Type");
        var refused = api().send("POST", core("configmaps"), "a", "text/plain");
        assertCode(refused, 415);
        assertThat(refused.text("/message"))
                .startsWith(
                        "the body of the request was in an unknown format - accepted media types include: application/json, application/yaml");
    }

    @Test
    default void methods_are_known() {
        assertRefused(
                api().put(core("configmaps"), Contract.json("{}")),
                405,
                "MethodNotAllowed",
                "the server does not allow this method on the requested resource");
    }

    @Test
    default void a_gateway_route_keeps_to_its_schema() {
        var refused =
                api().post(
                                group("gateway.networking.k8s.io/v1", "httproutes"),
                                """
                                {"apiVersion": "gateway.networking.k8s.io/v1", "kind": "HTTPRoute",
                                 "metadata": {"name": "r"},
                                 "spec": {"rules": [{"backendRefs": [{"name": "a", "port": 80, "weight": -1}]}]}}
                                """);

        assertCode(refused, 422);
        assertThat(causeFields(refused)).containsExactly("spec.rules[0].backendRefs[0].weight");
        assertThat(refused.text("/message"))
                .isEqualTo(
                        "HTTPRoute.gateway.networking.k8s.io \"r\" is invalid: spec.rules[0].backendRefs[0].weight: Invalid value: -1: spec.rules[0].backendRefs[0].weight in body should be greater than or equal to 0");
    }

    @Test
    default void a_quota_that_is_used_up_admits_no_more() {
        api().post(
                        core("resourcequotas"),
                        """
                        {"apiVersion": "v1", "kind": "ResourceQuota", "metadata": {"name": "few"},
                         "spec": {"hard": {"count/deployments.apps": "1"}}}
                        """);
        await(
                core("resourcequotas/few"),
                quota ->
                        quota.at("/status/used")
                                .path("count/deployments.apps")
                                .asText()
                                .equals("0"));
        assertCode(api().post(apps("deployments"), deployment("a", 0, "app:1")), 201);

        assertRefused(
                api().post(apps("deployments"), deployment("b", 0, "app:1")),
                403,
                "Forbidden",
                "deployments.apps \"b\" is forbidden: exceeded quota: few, requested:"
                        + " count/deployments.apps=1, used: count/deployments.apps=1, limited:"
                        + " count/deployments.apps=1");
        assertCode(
                api().apply(apps("deployments/b?dryRun=All"), "one", deployment("b", 0, "app:1")),
                403);
    }
}
