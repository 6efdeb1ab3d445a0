package io.dabbawala.local.demo;

import io.dabbawala.local.traffic.RouteWeights;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.nio.file.Path;
import java.util.Optional;

/** What is really in the cluster, and a hand that edits it. */
public final class LiveCluster implements AutoCloseable {

    private final KubernetesClient client;
    private final String namespace;

    public LiveCluster(Path kubeconfig, String namespace) {
        this.client =
                new KubernetesClientBuilder()
                        .withConfig(Config.fromKubeconfig(kubeconfig.toFile()))
                        .build();
        this.namespace = namespace;
    }

    public Optional<Deployment> deployment(String name) {
        return Optional.ofNullable(
                client.apps().deployments().inNamespace(namespace).withName(name).get());
    }

    public Optional<String> image(String deployment) {
        return deployment(deployment)
                .map(
                        found ->
                                found.getSpec()
                                        .getTemplate()
                                        .getSpec()
                                        .getContainers()
                                        .getFirst()
                                        .getImage());
    }

    public Optional<Integer> replicas(String deployment) {
        return deployment(deployment).map(found -> found.getSpec().getReplicas());
    }

    public Optional<ConfigMap> configMap(String name) {
        return Optional.ofNullable(client.configMaps().inNamespace(namespace).withName(name).get());
    }

    /** How the HTTPRoute divides requests now; nothing while there is none. */
    public RouteWeights weights(String route) {
        return RouteWeights.of(
                client.genericKubernetesResources("gateway.networking.k8s.io/v1", "HTTPRoute")
                        .inNamespace(namespace)
                        .withName(route)
                        .get());
    }

    /** Scales by hand, as {@code kubectl edit} does. */
    public void edit(String deployment, int replicas) {
        client.apps()
                .deployments()
                .inNamespace(namespace)
                .withName(deployment)
                .patch(
                        new PatchContext.Builder()
                                .withPatchType(PatchType.JSON_MERGE)
                                .withFieldManager("kubectl-edit")
                                .build(),
                        "{\"spec\":{\"replicas\":%d}}".formatted(replicas));
    }

    @Override
    public void close() {
        client.close();
    }
}
