package io.dabbawala.e2e;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** Watches a namespace from the beginning of a story to its end, and remembers every write. */
final class Witness implements AutoCloseable, ResourceEventHandler<GenericKubernetesResource> {

    private record Kind(String apiVersion, String name) {}

    private static final List<Kind> KINDS =
            List.of(
                    new Kind("v1", "ConfigMap"),
                    new Kind("v1", "Service"),
                    new Kind("apps/v1", "Deployment"));

    private final KubernetesClient client;
    private final String namespace;
    private final List<World.Write> writes = new CopyOnWriteArrayList<>();

    private Witness(KubernetesClient client, String namespace) {
        this.client = client;
        this.namespace = namespace;
    }

    static Witness of(Path kubeconfig, String namespace) {
        var client =
                new KubernetesClientBuilder()
                        .withConfig(Config.fromKubeconfig(kubeconfig.toFile()))
                        .build();
        var witness = new Witness(client, namespace);
        for (var kind : KINDS) {
            client.genericKubernetesResources(kind.apiVersion(), kind.name())
                    .inNamespace(namespace)
                    .inform(witness);
        }
        return witness;
    }

    List<World.Write> writes() {
        return List.copyOf(writes);
    }

    /** Asked for now, and not remembered. */
    List<Thing> live() {
        return KINDS.stream()
                .flatMap(
                        kind ->
                                client
                                        .genericKubernetesResources(kind.apiVersion(), kind.name())
                                        .inNamespace(namespace)
                                        .list()
                                        .getItems()
                                        .stream())
                .map(this::thing)
                .toList();
    }

    @Override
    public void onAdd(GenericKubernetesResource now) {
        writes.add(new World.Write(thing(now), Instant.now()));
    }

    @Override
    public void onUpdate(GenericKubernetesResource before, GenericKubernetesResource now) {
        if (!before.getMetadata()
                .getResourceVersion()
                .equals(now.getMetadata().getResourceVersion())) {
            writes.add(new World.Write(thing(now), Instant.now()));
        }
    }

    @Override
    public void onDelete(GenericKubernetesResource last, boolean isFinalStateUnknown) {
        // what is gone says nothing of an order
    }

    @Override
    public void close() {
        client.close();
    }

    @SuppressWarnings("unchecked")
    private Thing thing(GenericKubernetesResource resource) {
        Map<String, Object> content =
                client.getKubernetesSerialization().convertValue(resource, Map.class);
        return Thing.of(content, namespace);
    }
}
