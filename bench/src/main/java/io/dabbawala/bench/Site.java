package io.dabbawala.bench;

import io.dabbawala.bench.fleet.Fleet;
import io.dabbawala.bench.git.FleetRepository;
import io.dabbawala.bench.kubernetes.ApiServer;
import io.dabbawala.bench.kubernetes.FloorClient;
import io.dabbawala.bench.process.Cost;
import io.dabbawala.local.Blueprint;
import io.dabbawala.local.Delivery;
import io.dabbawala.local.Layout;
import io.dabbawala.local.Platform;
import io.dabbawala.local.Ports;
import io.dabbawala.local.cluster.ClusterChoice;
import io.dabbawala.local.demo.Webhook;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The delivery path of the platform with a fleet to deliver, on a cluster of its own. */
final class Site implements AutoCloseable {

    /** Who takes part in a delivery; what tells people of it and what judges rollouts does not. */
    static final List<String> SERVICES = List.of("git-watcher", "reconciler", "compliance-gate");

    private final Layout layout;
    private final Fleet fleet;
    private final FleetRepository repository;
    private final Platform platform;
    private final ApiServer server;
    private final Webhook webhook;

    private Site(Layout layout, Fleet fleet, FleetRepository repository, Platform platform) {
        this.layout = layout;
        this.fleet = fleet;
        this.repository = repository;
        this.platform = platform;
        this.server = new ApiServer(platform.kubeconfig());
        this.webhook =
                new Webhook(
                        platform.service("git-watcher"),
                        platform.webhookSecret(),
                        repository.url());
    }

    /**
     * @param transfer what fetches: {@code jgit} or {@code git}
     */
    static Site open(Layout parent, ClusterChoice cluster, Fleet fleet, String transfer) {
        var layout = parent.fresh("bench");
        var repository = FleetRepository.in(layout.state());
        var delivery =
                new Delivery(
                        "fleet",
                        repository.url(),
                        "delivery",
                        Duration.ofMinutes(30),
                        Optional.empty(),
                        transfer);
        var blueprint = Blueprint.of(layout, Ports.free(), cluster, delivery).only(SERVICES);
        var site = new Site(layout, fleet, repository, Platform.start(blueprint, _ -> {}));
        new FloorClient(site.server).createNamespaces(fleet.namespaces().toList());
        return site;
    }

    Fleet fleet() {
        return fleet;
    }

    ApiServer server() {
        return server;
    }

    String bootstrapServers() {
        return platform.bootstrapServers();
    }

    /** Declares the whole fleet and tells the watcher; returns when it was told. */
    long install(String value) {
        return tell(repository.push(fleet.files(repository.url(), value), "Declare the fleet"));
    }

    /** Gives every application another value by one commit. */
    long changeAll(String value) {
        var files =
                fleet.all()
                        .boxed()
                        .collect(
                                Collectors.toMap(
                                        Fleet::configPath, one -> Fleet.config(one, value)));
        return tell(repository.push(files, "Set every value to " + value));
    }

    long change(int application, String value) {
        return tell(
                repository.push(
                        Map.of(Fleet.configPath(application), Fleet.config(application, value)),
                        "Set a value to " + value));
    }

    long changeReadme(String text) {
        return tell(repository.push(Map.of("README.md", text), "Say it better"));
    }

    /** The moment before the request that tells of the push (of {@link System#nanoTime}). */
    private long tell(String revision) {
        long before = System.nanoTime();
        int status = webhook.push(revision);
        if (status != 202) {
            throw new IllegalStateException("the webhook was answered with " + status);
        }
        return before;
    }

    long pid(String service) {
        return platform.program(service).pid();
    }

    /** Resident memory of the services that correspond to a peer's, in KiB. */
    long residentOfEngine() {
        return Cost.resident(pid("git-watcher")) + Cost.resident(pid("reconciler"));
    }

    long liveHeapOfEngine() {
        return Cost.liveHeap(pid("git-watcher")) + Cost.liveHeap(pid("reconciler"));
    }

    @Override
    public void close() {
        platform.close();
        repository.close();
        layout.removeData();
    }
}
