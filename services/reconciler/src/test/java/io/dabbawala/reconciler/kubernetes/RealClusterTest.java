package io.dabbawala.reconciler.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.dabbawala.reconciler.plan.ApplyOptions;
import io.dabbawala.reconciler.plan.ApplyOutcome;
import io.dabbawala.reconciler.plan.Refusal;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class RealClusterTest extends FluxMarksContract {

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
