package io.dabbawala.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dabbawala.local.Blueprint;
import io.dabbawala.local.Delivery;
import io.dabbawala.local.Layout;
import io.dabbawala.local.Platform;
import io.dabbawala.local.Ports;
import io.dabbawala.local.cluster.ClusterChoice;
import io.dabbawala.local.demo.Developer;
import io.dabbawala.local.demo.Webhook;
import io.dabbawala.local.process.Http;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Three stalls that are delivered from one repository: fish in three waves, fruit with a Deployment
 * that rolls out, tea in one object. Whatever is pushed changes every object of all of them.
 */
final class Market implements AutoCloseable {

    private static final String NAMESPACE = "market";
    private static final List<String> SERVICES =
            List.of("git-watcher", "reconciler", "compliance-gate");

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration SOON = Duration.ofMillis(1);

    final Developer developer;
    final Platform platform;
    final EventLog log;
    final Witness witness;
    private final String opened;
    private int number;

    private Market(Developer developer, Platform platform, String opened) {
        this.developer = developer;
        this.platform = platform;
        this.opened = opened;
        this.log = EventLog.of(platform.bootstrapServers(), platform.registryApi().toString());
        this.witness = Witness.of(platform.kubeconfig(), NAMESPACE);
    }

    /** A running platform that has delivered what there is. */
    static Market open(ClusterChoice cluster) {
        var layout = States.fresh("market");
        var developer = Developer.in(layout.state());
        // Told of pushes by webhook only: a poll would hide a hint that got lost.
        var delivery =
                new Delivery(
                        "market",
                        developer.url(),
                        "delivery",
                        Duration.ofMinutes(10),
                        Optional.empty());
        var blueprint = Blueprint.of(layout, Ports.free(), cluster, delivery).only(SERVICES);
        Stalls.declare(developer);
        Stalls.write(developer, 0);
        var opened = developer.push("feat: open the market");
        var market = new Market(developer, Platform.start(blueprint, System.out::println), opened);
        market.delivered();
        return market;
    }

    /** Commits and pushes the next revision; nobody is told. */
    String commit() {
        write();
        return developer.push("feat: delivery " + number);
    }

    /** The next contents of all stalls. */
    void write() {
        number++;
        Stalls.write(developer, number);
    }

    /** What a sender of webhooks is answered. */
    int tell(String revision) {
        return tell(revision, platform.service("git-watcher"));
    }

    int tell(String revision, URI gitWatcher) {
        return new Webhook(gitWatcher, platform.webhookSecret(), developer.url()).push(revision);
    }

    /** A sender that was not answered well sends again. */
    void sendAgain(String revision) {
        await("the watcher to take the hint")
                .atMost(PATIENCE)
                .until(() -> tell(revision), answer -> answer == 202);
    }

    /** Waits until the watcher says that it cannot reach the host. */
    void awaitHostAway() {
        var health = platform.service("git-watcher").resolve("/q/health");
        await("the watcher to miss the host")
                .atMost(PATIENCE)
                .until(() -> Http.get(health).body().contains("\"market\""));
    }

    /** Commits, tells, and returns when that step of the delivery is taken. */
    String pushUntil(Step step) {
        var revision = commit();
        var taken = log.next(entry -> step.isTaken(entry.value(), revision));
        assertThat(tell(revision)).isEqualTo(202);
        await(step + " of " + revision).atMost(PATIENCE).pollInterval(SOON).until(taken::isDone);
        return revision;
    }

    String push() {
        var revision = commit();
        assertThat(tell(revision)).isEqualTo(202);
        return revision;
    }

    /** Waits until the cluster is as Git says and everybody was told; says how long that took. */
    Duration delivered() {
        var from = Instant.now();
        await("delivery %d to be in the cluster, and told".formatted(number))
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(100))
                .ignoreExceptionsInstanceOf(KubernetesClientException.class) // it may be away
                .untilAsserted(() -> assertThat(unfinished()).isEmpty());
        return Duration.between(from, Instant.now());
    }

    /** What the oracle says now that everything is delivered. */
    void judge() {
        delivered();
        Oracle.judge(world());
    }

    private List<String> unfinished() {
        var world = world();
        return Stream.of(new ClusterIsAsGitSays(), new EverySyncEnds())
                .flatMap(promise -> promise.broken(world))
                .toList();
    }

    World world() {
        return new World(
                GitHead.of(repository(), Developer.BRANCH, opened, NAMESPACE),
                log.entries(),
                witness.live(),
                witness.writes());
    }

    /** Of a service that does not run. */
    void loseDiskOf(String service) {
        new Layout(States.HOME, platform.layout().state().resolve(service)).removeData();
    }

    /** The Git host's side of it. */
    Path repository() {
        return Path.of(URI.create(developer.url()));
    }

    @Override
    public void close() {
        log.close();
        witness.close();
        platform.close();
        developer.close();
    }
}
