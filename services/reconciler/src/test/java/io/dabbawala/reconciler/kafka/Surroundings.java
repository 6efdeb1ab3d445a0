package io.dabbawala.reconciler.kafka;

import io.dabbawala.testkit.LocalKafka;
import io.dabbawala.testkit.twin.TwinApiServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Map;

/** A real broker, and a cluster for the service to act on. */
public final class Surroundings implements QuarkusTestResourceLifecycleManager {

    private LocalKafka kafka;
    private TwinApiServer twin;

    @Override
    public Map<String, String> start() {
        try {
            kafka = LocalKafka.start(2);
            twin = TwinApiServer.start();
            var directory = kafka.directory();
            var settings =
                    Files.writeString(
                            directory.resolve("argocd-cm.yaml"),
                            """
                            kind: ConfigMap
                            data:
                              resource.customizations.ignoreDifferences.ServiceAccount: |
                                jsonPointers: [/metadata/labels/rotated]
                              resource.customizations.health.ServiceAccount: |
                                return {status = 'Suspended', message = 'no pod has it'}
                              resource.exclusions: |
                                - kinds: [LimitRange]
                                  clusters: [https://kubernetes.default.svc]
                                - kinds: [ConfigMap]
                                  clusters: [https://elsewhere]
                            """);
            var kubeconfig = Files.writeString(directory.resolve("kubeconfig"), twin.kubeconfig());
            return kafka.settings(
                    Map.of(
                            "reconciler.other-clusters",
                            "pune",
                            "reconciler.argo-settings",
                            settings.toString(),
                            "reconciler.kubeconfig",
                            kubeconfig.toString(),
                            "reconciler.gate-public-key-file",
                            directory.resolve("gate.pem").toString()));
        } catch (IOException e) {
            throw new UncheckedIOException("write the kubeconfig", e);
        }
    }

    @Override
    public void stop() {
        twin.close();
        kafka.close();
    }
}
