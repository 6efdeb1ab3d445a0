package io.dabbawala.reconciler.kubernetes;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.dabbawala.reconciler.application.Tracking;
import io.dabbawala.reconciler.cluster.UnreachableCluster;
import io.dabbawala.reconciler.object.LiveChange;
import io.dabbawala.reconciler.object.ObjectRef;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An API server that answers as a test wants, for what a real one seldom does. */
class KindWatchTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final ObjectRef WEB = ObjectRef.of("v1", "ConfigMap", "shop", "web");
    private static final String KINDS =
            "{\"resources\":[{\"name\":\"configmaps\",\"kind\":\"ConfigMap\",\"namespaced\":true}]}";

    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final BlockingQueue<String> lists = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> watches = new LinkedBlockingQueue<>();
    private final List<LiveChange> changes = new CopyOnWriteArrayList<>();
    private HttpServer server;
    private KubernetesClient client;
    private KubernetesCluster cluster;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
        var config =
                new ConfigBuilder()
                        .withMasterUrl("http://127.0.0.1:" + server.getAddress().getPort())
                        .withRequestRetryBackoffLimit(0)
                        .build();
        client = new KubernetesClientBuilder().withConfig(config).build();
        cluster =
                new KubernetesCluster(
                        client, List.of(), Duration.ofMinutes(10), Tracking.BY_ANNOTATION);
        cluster.watch(changes::add);
    }

    @AfterEach
    void stop() {
        cluster.close();
        client.close();
        server.stop(0);
    }

    @Test
    void a_past_that_is_forgotten_is_listed_anew_and_no_deletion_is_lost() {
        lists.add(list(5, "web"));
        assertThat(cluster.read(WEB)).isPresent();

        watches.add("{\"type\":\"ERROR\",\"object\":{\"kind\":\"Status\",\"code\":410}}\n");
        lists.add(list(9));

        await().atMost(PATIENCE)
                .until(() -> changes.stream().anyMatch(LiveChange.Gone.class::isInstance));
        assertThat(cluster.read(WEB)).isEmpty();
        assertThat(requests).filteredOn(one -> one.contains("limit=")).hasSize(2);
    }

    @Test
    void a_watch_that_just_ends_goes_on_where_it_was() {
        lists.add(list(5));
        assertThat(cluster.read(WEB)).isEmpty();
        watches.add(event("ADDED", 7));

        await().atMost(PATIENCE)
                .until(() -> requests.stream().anyMatch(one -> one.contains("resourceVersion=7")));
        assertThat(cluster.read(WEB)).isPresent();
        assertThat(requests).filteredOn(one -> one.contains("limit=")).hasSize(1);
    }

    @Test
    void older_news_than_what_is_known_changes_nothing() {
        lists.add(list(5, "web"));
        watches.add(event("MODIFIED", 8) + event("MODIFIED", 6) + event("ADDED", 8));

        assertThat(cluster.read(WEB)).isPresent();

        await().atMost(PATIENCE)
                .until(() -> requests.stream().anyMatch(one -> one.contains("resourceVersion=8")));
        assertThat(cluster.read(WEB).orElseThrow().resourceVersion()).isEqualTo("8");
    }

    @Test
    void an_api_server_in_trouble_is_no_answer() {
        lists.add("503");

        assertThatThrownBy(() -> new Api(client).get("/api/v1/configmaps?limit=1"))
                .isInstanceOf(UnreachableCluster.class)
                .hasMessageContaining("503");
    }

    private void answer(HttpExchange exchange) throws IOException {
        var uri = exchange.getRequestURI().toString();
        requests.add(uri);
        try (exchange) {
            var text = answerTo(uri);
            var isStatus = text.length() == 3;
            var body = text.getBytes(UTF_8);
            exchange.sendResponseHeaders(isStatus ? Integer.parseInt(text) : 200, body.length);
            exchange.getResponseBody().write(body);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private String answerTo(String uri) throws InterruptedException {
        if (uri.equals("/api/v1")) {
            return KINDS;
        }
        return uri.contains("watch=1") ? watches.take() : lists.take();
    }

    private static String list(int version, String... names) {
        var items = List.of(names).stream().map(_ -> object(version)).toList();
        return "{'metadata':{'resourceVersion':'%d'},'items':[%s]}"
                .formatted(version, String.join(",", items))
                .replace('\'', '"');
    }

    private static String event(String type, int version) {
        return "{'type':'%s','object':%s}%n".formatted(type, object(version)).replace('\'', '"');
    }

    private static String object(int version) {
        return """
               {'apiVersion':'v1','kind':'ConfigMap','metadata':{'name':'web','namespace':'shop',\
               'annotations':{'argocd.argoproj.io/tracking-id':'web:/ConfigMap:shop/web'},\
               'uid':'u','resourceVersion':'%d'}}"""
                .formatted(version);
    }
}
