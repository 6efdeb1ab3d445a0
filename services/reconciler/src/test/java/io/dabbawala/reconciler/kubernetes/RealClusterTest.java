package io.dabbawala.reconciler.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.dabbawala.reconciler.application.Tracking;
import io.dabbawala.reconciler.cluster.ApplyOptions;
import io.dabbawala.reconciler.cluster.ApplyOutcome;
import io.dabbawala.reconciler.cluster.Refusal;
import io.dabbawala.reconciler.plan.Fixtures;
import io.dabbawala.reconciler.sync.SyncResult.Outcome;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class RealClusterTest extends FluxMarksContract {

    private static final String ROLE =
            """
            {'apiVersion':'rbac.authorization.k8s.io/v1','kind':'Role','metadata':{'name':'reader'},
             'rules':[{'apiGroups':[''],'resources':['configmaps'],'verbs':['get']}]}
            """;
    private static final String BINDING =
            """
            {'apiVersion':'rbac.authorization.k8s.io/v1','kind':'RoleBinding',
             'metadata':{'name':'readers'},
             'roleRef':{'apiGroup':'rbac.authorization.k8s.io','kind':'Role','name':'reader'},
             'subjects':[{'apiGroup':'rbac.authorization.k8s.io','kind':'User','name':'ravi'}]}
            """;

    private static ControlPlane plane;

    @BeforeAll
    static void start() {
        var programs = ControlPlane.programs();
        assumeTrue(
                programs.isPresent(),
                "no kube-apiserver in KUBEBUILDER_ASSETS or the cache: ./dabba control-plane");
        plane = ControlPlane.start(programs.get());
    }

    @AfterAll
    static void stop() {
        if (plane != null) {
            plane.close();
        }
    }

    @Override
    String kubeconfig() {
        return plane.kubeconfig();
    }

    @Test
    void a_policy_in_the_cluster_denies_in_its_own_words() {
        var policy = "deny-" + namespace;
        client.resource(policy(policy)).create();
        client.resource(binding(policy)).create();
        try {
            await().atMost(PATIENCE)
                    .until(
                            () ->
                                    cluster.apply(config("denied", "1"), ApplyOptions.DRY_RUN)
                                            instanceof ApplyOutcome.Refused);

            assertThat(apply(config("denied", "1")))
                    .isInstanceOfSatisfying(
                            ApplyOutcome.Refused.class,
                            refused -> {
                                assertThat(refused.reason()).isEqualTo(Refusal.ADMISSION_DENIED);
                                assertThat(refused.message()).contains("only in India");
                            });
        } finally {
            client.resource(binding(policy)).delete();
            client.resource(policy(policy)).delete();
        }
    }

    @Test
    void who_may_not_bind_every_role_binds_one_that_the_same_sync_creates() {
        // Given
        client.resource(rights(namespace)).create();
        client.resource(grant(namespace)).create();
        var settings = Config.fromKubeconfig(kubeconfig());
        settings.setImpersonateUsername("asha");
        try (var asha = new KubernetesClientBuilder().withConfig(settings).build();
                var limited =
                        new KubernetesCluster(
                                asha,
                                List.of("v1/ConfigMap"),
                                Duration.ofMinutes(10),
                                Tracking.BY_ANNOTATION)) {
            story = storyIn(limited);
            desire(1, "", config("old", "1", "0"));
            story.turnUntil(_ -> story.results() == 1);

            // When: what is pruned too has everything tried before
            desire(2, "", Fixtures.object(ROLE), Fixtures.object(BINDING));
            story.turnUntil(_ -> story.results() == 2);

            // Then
            assertThat(story.last().outcome())
                    .as(story.last().reason())
                    .isEqualTo(Outcome.SUCCEEDED);
        } finally {
            client.resource(grant(namespace)).delete();
            client.resource(rights(namespace)).delete();
        }
    }

    private static String rights(String name) {
        return """
               apiVersion: rbac.authorization.k8s.io/v1
               kind: ClusterRole
               metadata: {name: %s}
               rules:
               - apiGroups: ["", rbac.authorization.k8s.io]
                 resources: [configmaps, roles, rolebindings]
                 verbs: [get, list, watch, create, update, patch, delete]
               """
                .formatted(name);
    }

    private static String grant(String role) {
        return """
               apiVersion: rbac.authorization.k8s.io/v1
               kind: ClusterRoleBinding
               metadata: {name: %s}
               roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: %s}
               subjects: [{apiGroup: rbac.authorization.k8s.io, kind: User, name: asha}]
               """
                .formatted(role, role);
    }

    private static String policy(String name) {
        return """
               apiVersion: admissionregistration.k8s.io/v1
               kind: ValidatingAdmissionPolicy
               metadata: {name: %s}
               spec:
                 failurePolicy: Fail
                 matchConstraints:
                   resourceRules:
                   - {apiGroups: [""], apiVersions: [v1], operations: [CREATE, UPDATE], resources: [configmaps]}
                 validations:
                 - {expression: "object.metadata.name != 'denied'", message: only in India}
               """
                .formatted(name);
    }

    private static String binding(String policy) {
        return """
               apiVersion: admissionregistration.k8s.io/v1
               kind: ValidatingAdmissionPolicyBinding
               metadata: {name: %s}
               spec: {policyName: %s, validationActions: [Deny]}
               """
                .formatted(policy, policy);
    }
}
