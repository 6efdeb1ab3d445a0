package io.dabbawala.testkit.twin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.Watcher;
import io.fabric8.kubernetes.client.WatcherException;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The client library of the product works with the twin as with any cluster. */
class ClientLibraryTest {

    private static TwinApiServer twin;
    private static KubernetesClient client;

    @BeforeAll
    static void start() {
        twin = TwinApiServer.start();
        client =
                new KubernetesClientBuilder()
                        .withConfig(Config.fromKubeconfig(twin.kubeconfig()))
                        .build();
    }

    @AfterAll
    static void stop() {
        client.close();
        twin.close();
    }

    @Test
    void a_watch_tells_what_happens() throws Exception {
        var events = new LinkedBlockingQueue<String>();
        try (var _ = client.configMaps().inNamespace("default").watch(into(events))) {
            client.resource(configMap("watched", "1")).create();
            awaitEvent(events, "ADDED watched");
            client.resource(configMap("watched", "2")).update();
            awaitEvent(events, "MODIFIED watched");
            client.resource(configMap("watched", "2")).delete();
            awaitEvent(events, "DELETED watched");
        }
    }

    @Test
    void an_informer_follows() throws Exception {
        var events = new LinkedBlockingQueue<String>();
        client.resource(configMap("before", "1")).create();
        try (var _ =
                client.configMaps()
                        .inNamespace("default")
                        .withLabel("test", "client")
                        .inform(handler(events))) {
            awaitEvent(events, "added before");
            client.resource(configMap("after", "1")).create();
            awaitEvent(events, "added after");
            client.resource(configMap("after", "2")).update();
            awaitEvent(events, "updated after");
            client.resource(configMap("before", "1")).delete();
            awaitEvent(events, "deleted before");
        }
    }

    @Test
    void an_informer_lists_again_when_its_version_is_gone() throws Exception {
        var events = new LinkedBlockingQueue<String>();
        try (var _ =
                client.configMaps()
                        .inNamespace("default")
                        .withLabel("test", "client")
                        .inform(handler(events))) {
            twin.forgetEvents();
            client.resource(configMap("later", "1")).create();
            awaitEvent(events, "added later");
        }
    }

    @Test
    void applying_as_another_manager_conflicts() {
        client.resource(configMap("owned", "1")).fieldManager("one").serverSideApply();

        var refused =
                catchThrowableOfType(
                        KubernetesClientException.class,
                        () ->
                                client.resource(configMap("owned", "2"))
                                        .fieldManager("two")
                                        .serverSideApply());

        assertThat(refused.getCode()).isEqualTo(409);
        assertThat(refused.getStatus().getDetails().getCauses())
                .singleElement()
                .satisfies(cause -> assertThat(cause.getField()).isEqualTo(".data.key"));
    }

    @Test
    void a_dry_run_answers_and_changes_nothing() {
        var answer =
                client.resource(configMap("imagined", "1"))
                        .patch(
                                new PatchContext.Builder()
                                        .withPatchType(PatchType.SERVER_SIDE_APPLY)
                                        .withFieldManager("one")
                                        .withDryRun(java.util.List.of("All"))
                                        .build());

        assertThat(answer.getMetadata().getUid()).isNotEmpty();
        assertThat(client.configMaps().inNamespace("default").withName("imagined").get()).isNull();
    }

    @Test
    void a_deployment_becomes_ready() {
        var deployment =
                new DeploymentBuilder()
                        .withNewMetadata()
                        .withName("web")
                        .withNamespace("default")
                        .endMetadata()
                        .withNewSpec()
                        .withReplicas(2)
                        .withNewSelector()
                        .addToMatchLabels("app", "web")
                        .endSelector()
                        .withNewTemplate()
                        .withNewMetadata()
                        .addToLabels("app", "web")
                        .endMetadata()
                        .withNewSpec()
                        .addNewContainer()
                        .withName("web")
                        .withImage("web:1")
                        .endContainer()
                        .endSpec()
                        .endTemplate()
                        .endSpec()
                        .build();
        client.resource(deployment).serverSideApply();

        var ready =
                client.apps()
                        .deployments()
                        .inNamespace("default")
                        .withName("web")
                        .waitUntilReady(10, TimeUnit.SECONDS);

        assertThat(ready.getStatus().getReadyReplicas()).isEqualTo(2);
    }

    @Test
    void generic_resources_are_found_by_discovery() {
        assertThat(
                        client.genericKubernetesResources(
                                        "gateway.networking.k8s.io/v1", "HTTPRoute")
                                .inAnyNamespace()
                                .list()
                                .getItems())
                .isEmpty();
        assertThat(client.getKubernetesVersion().getMinor()).isEqualTo("36");
    }

    private static ConfigMap configMap(String name, String value) {
        return new ConfigMapBuilder()
                .withNewMetadata()
                .withName(name)
                .withNamespace("default")
                .withLabels(Map.of("test", "client"))
                .endMetadata()
                .withData(Map.of("key", value))
                .build();
    }

    private static void awaitEvent(BlockingQueue<String> events, String wanted) throws Exception {
        String event;
        do {
            event = events.poll(10, TimeUnit.SECONDS);
            assertThat(event).as("events until \"%s\"", wanted).isNotNull();
        } while (!event.equals(wanted));
    }

    private static Watcher<ConfigMap> into(BlockingQueue<String> events) {
        return new Watcher<>() {
            @Override
            public void eventReceived(Action action, ConfigMap configMap) {
                events.add(action + " " + configMap.getMetadata().getName());
            }

            @Override
            public void onClose(WatcherException cause) {
                events.add("closed " + cause.getMessage());
            }
        };
    }

    private static ResourceEventHandler<ConfigMap> handler(BlockingQueue<String> events) {
        return new ResourceEventHandler<>() {
            @Override
            public void onAdd(ConfigMap configMap) {
                events.add("added " + configMap.getMetadata().getName());
            }

            @Override
            public void onUpdate(ConfigMap before, ConfigMap after) {
                events.add("updated " + after.getMetadata().getName());
            }

            @Override
            public void onDelete(ConfigMap configMap, boolean unknown) {
                events.add("deleted " + configMap.getMetadata().getName());
            }
        };
    }
}
