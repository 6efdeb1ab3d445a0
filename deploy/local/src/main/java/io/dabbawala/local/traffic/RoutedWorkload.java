package io.dabbawala.local.traffic;

import io.dabbawala.events.Track;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.base.ResourceDefinitionContext;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A workload behind an HTTPRoute, as informers see it in the cluster right now. */
final class RoutedWorkload implements AutoCloseable {

    private static final ResourceDefinitionContext HTTP_ROUTE =
            new ResourceDefinitionContext.Builder()
                    .withGroup("gateway.networking.k8s.io")
                    .withVersion("v1")
                    .withKind("HTTPRoute")
                    .withPlural("httproutes")
                    .withNamespaced(true)
                    .build();

    private final String name;
    private final SharedIndexInformer<GenericKubernetesResource> routes;
    private final SharedIndexInformer<Deployment> deployments;
    private final SharedIndexInformer<Pod> pods;

    RoutedWorkload(KubernetesClient client, String namespace, String name) {
        this.name = name;
        this.routes = client.genericKubernetesResources(HTTP_ROUTE).inNamespace(namespace).inform();
        this.deployments = client.apps().deployments().inNamespace(namespace).inform();
        this.pods = client.pods().inNamespace(namespace).inform();
    }

    /** The share of requests for the canary, 0 to 1; empty while there is no route. */
    Optional<Double> canaryShare() {
        return routes.getStore().list().stream()
                .filter(route -> route.getMetadata().getName().equals(name))
                .findFirst()
                .map(RouteWeights::of)
                .map(weights -> weights.share(name + "-canary", name + "-primary"));
    }

    Optional<Behaviour> behaviour(Track track) {
        return deployment(track)
                .map(
                        deployment ->
                                deployment
                                        .getSpec()
                                        .getTemplate()
                                        .getSpec()
                                        .getContainers()
                                        .getFirst()
                                        .getImage())
                .map(Behaviour::of);
    }

    /** Names of the pods that can answer. */
    List<String> readyPods(Track track) {
        return deployment(track)
                .map(deployment -> deployment.getSpec().getSelector().getMatchLabels())
                .map(this::readyPodsWith)
                .orElse(List.of());
    }

    @Override
    public void close() {
        routes.close();
        deployments.close();
        pods.close();
    }

    private Optional<Deployment> deployment(Track track) {
        var wanted = track == Track.PRIMARY ? name + "-primary" : name;
        return deployments.getStore().list().stream()
                .filter(deployment -> deployment.getMetadata().getName().equals(wanted))
                .findFirst();
    }

    private List<String> readyPodsWith(Map<String, String> labels) {
        return pods.getStore().list().stream()
                .filter(
                        pod ->
                                Optional.ofNullable(pod.getMetadata().getLabels())
                                        .orElse(Map.of())
                                        .entrySet()
                                        .containsAll(labels.entrySet()))
                .filter(RoutedWorkload::isReady)
                .map(pod -> pod.getMetadata().getName())
                .sorted()
                .toList();
    }

    private static boolean isReady(Pod pod) {
        return pod.getStatus() != null
                && pod.getStatus().getConditions().stream()
                        .anyMatch(
                                condition ->
                                        condition.getType().equals("Ready")
                                                && condition.getStatus().equals("True"));
    }
}
