package io.dabbawala.compliancegate.policy;

import static io.dabbawala.compliancegate.policy.Objects.create;
import static io.dabbawala.compliancegate.policy.Objects.one;
import static org.assertj.core.api.Assertions.assertThat;

import io.dabbawala.compliancegate.document.Document;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConstraintsTest {

    private static final Document WEB =
            one(
                    "{apiVersion: networking.k8s.io/v1, kind: Ingress, metadata:"
                            + " {name: web, namespace: shop, labels: {tier: front}}}");

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{};                                                                        true",
                "{resourceRules: [{apiGroups: ['*'], apiVersions: ['*'], operations: ['*'], resources: ['*']}]}; true",
                "{resourceRules: [{apiGroups: ['*'], apiVersions: ['*'], operations: ['*'], resources: ['*/*']}]}; true",
                "{resourceRules: [{apiGroups: [''], apiVersions: ['*'], operations: ['*'], resources: ['*']}]}; false",
                "{resourceRules: [{apiGroups: ['*'], apiVersions: [v1beta1], operations: ['*'], resources: ['*']}]}; false",
                "{resourceRules: [{apiGroups: ['*'], apiVersions: ['*'], operations: [DELETE], resources: ['*']}]}; false",
                "{resourceRules: [{apiGroups: ['*'], apiVersions: ['*'], operations: [CREATE], resources: [ingresses]}]}; true",
                "{resourceRules: [{apiGroups: ['*'], apiVersions: ['*'], operations: [CREATE], resources: [ingresses/status]}]}; false",
                "{resourceRules: [{apiGroups: ['*'], apiVersions: ['*'], operations: ['*'], resources: ['*'], scope: Cluster}]}; false",
                "{resourceRules: [{apiGroups: ['*'], apiVersions: ['*'], operations: ['*'], resources: ['*'], scope: Namespaced}]}; true",
                "{resourceRules: [{apiGroups: ['*'], apiVersions: ['*'], operations: ['*'], resources: ['*'], resourceNames: [api]}]}; false",
                "{excludeResourceRules: [{apiGroups: ['*'], apiVersions: ['*'], operations: ['*'], resources: [ingresses]}]}; false",
                "{objectSelector: {matchLabels: {tier: front}}}; true",
                "{objectSelector: {matchLabels: {tier: back}}}; false",
                "{objectSelector: {matchExpressions: [{key: tier, operator: In, values: [front, back]}]}}; true",
                "{objectSelector: {matchExpressions: [{key: tier, operator: NotIn, values: [front]}]}}; false",
                "{objectSelector: {matchExpressions: [{key: other, operator: NotIn, values: [front]}]}}; true",
                "{objectSelector: {matchExpressions: [{key: tier, operator: Exists}]}}; true",
                "{objectSelector: {matchExpressions: [{key: tier, operator: DoesNotExist}]}}; false",
                "{namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: shop}}}; true",
                "{namespaceSelector: {matchExpressions: [{key: kubernetes.io/metadata.name, operator: NotIn, values: [shop]}]}}; false"
            })
    void match_as_the_api_server_does(String constraints, boolean match) {
        assertThat(Constraints.of(one(constraints)).match(create(WEB))).isEqualTo(match);
    }

    @Test
    void a_cluster_scoped_object_is_in_no_namespace_and_a_namespace_is_its_own() {
        var selected = Constraints.of(one("{namespaceSelector: {matchLabels: {env: prod}}}"));

        assertThat(selected.match(create(one("{apiVersion: v1, kind: Node, metadata: {name: n}}"))))
                .isTrue();
        assertThat(
                        selected.match(
                                create(
                                        one(
                                                "{apiVersion: v1, kind: Namespace, metadata: {name: n}}"))))
                .isFalse();
        assertThat(
                        selected.match(
                                create(
                                        one(
                                                "{apiVersion: v1, kind: Namespace, metadata: {name:"
                                                        + " n, labels: {env: prod}}}"))))
                .isTrue();
    }

    @Test
    void labels_that_an_update_removes_still_match() {
        var update =
                new Admission(
                        Operation.UPDATE,
                        ObjectRef.of(WEB),
                        Optional.of(WEB.with("metadata", one("{name: web, namespace: shop}"))),
                        Optional.of(WEB),
                        Optional.empty(),
                        "anna");

        assertThat(
                        Constraints.of(one("{objectSelector: {matchLabels: {tier: front}}}"))
                                .match(update))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "Pod, pods", "Ingress, ingresses", "NetworkPolicy, networkpolicies", "Gateway, gateways",
        "Endpoints, endpoints", "StorageClass, storageclasses", "Mesh, meshes",
                "HTTPRoute, httproutes"
    })
    void kinds_become_resources(String kind, String resource) {
        assertThat(Resources.of(kind)).isEqualTo(resource);
    }
}
