package io.dabbawala.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dabbawala.events.Declared;
import io.dabbawala.events.DesiredState;
import io.dabbawala.events.GateDecision;
import io.dabbawala.events.GateVerdict;
import io.dabbawala.events.Health;
import io.dabbawala.events.SyncFinished;
import io.dabbawala.events.SyncOutcome;
import io.dabbawala.events.Topics;
import io.dabbawala.local.Blueprint;
import io.dabbawala.local.Delivery;
import io.dabbawala.local.Platform;
import io.dabbawala.local.Ports;
import io.dabbawala.local.cluster.ClusterChoice;
import io.dabbawala.local.demo.Developer;
import io.dabbawala.local.demo.LiveCluster;
import io.dabbawala.local.demo.Webhook;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * The three actors of a story: a developer who pushes, a cluster that lives, a platform that
 * settles.
 */
final class Shop implements AutoCloseable {

    static final String WEB = "argocd/web";
    static final String CHECKOUT = "argocd/checkout";

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    final Developer developer;
    final Platform platform;
    final Webhook webhook;
    final LiveCluster cluster;
    final EventLog log;
    private final StoryBroker broker;

    private Shop(Developer developer, Platform platform, StoryBroker broker) {
        this.developer = developer;
        this.platform = platform;
        this.broker = broker;
        this.webhook =
                new Webhook(
                        platform.service("git-watcher"), platform.webhookSecret(), developer.url());
        this.cluster = new LiveCluster(platform.kubeconfig(), "shop");
        this.log = EventLog.of(platform.bootstrapServers(), platform.registryApi().toString());
    }

    /** A running platform whose shop is delivered and healthy. */
    static Shop open(StoryBroker broker) {
        var layout = States.fresh("shop");
        var developer = Developer.in(layout.state());
        var blueprint =
                new Blueprint(
                        layout,
                        Ports.free(),
                        broker.choice(),
                        new ClusterChoice.Twin(),
                        Delivery.ofShop(developer.url(), Optional.empty()));
        var shop = new Shop(developer, Platform.start(blueprint, System.out::println), broker);
        developer.writeShop(Map.of("repository", developer.url(), "sink", "http://127.0.0.1:9"));
        shop.delivered(shop.push("feat: deliver the shop"));
        return shop;
    }

    /** Pushes what the developer wrote and tells the platform. */
    String push(String message) {
        var revision = developer.push(message);
        assertThat(webhook.push(revision)).isEqualTo(202);
        return revision;
    }

    /** Pushes a declaration and waits until it is announced. */
    void declare(String file, String declaration) {
        developer.write(file, declaration);
        var revision = push("chore: declare " + file);
        await(file + " is declared at " + revision)
                .atMost(PATIENCE)
                .until(
                        () ->
                                log.entries(Topics.DECLARATIONS).stream()
                                        .map(EventLog.Entry::value)
                                        .map(Declared.class::cast)
                                        .anyMatch(
                                                declared ->
                                                        declared.getRevision().equals(revision)
                                                                && declared.getPath()
                                                                        .equals(file)));
    }

    /** Waits until the gate has given that answer about the revision. */
    GateVerdict judged(String application, String revision, GateDecision decision) {
        return await("the gate says %s of %s".formatted(decision, revision))
                .atMost(PATIENCE)
                .until(
                        () ->
                                log.events(GateVerdict.class, application).stream()
                                        .filter(verdict -> verdict.getRevision().equals(revision))
                                        .filter(verdict -> verdict.getDecision() == decision)
                                        .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    /** What was reported of carrying out plans at that revision. */
    List<SyncFinished> synced(String application, String revision) {
        return log.events(SyncFinished.class, application).stream()
                .filter(sync -> sync.getRevision().equals(revision))
                .toList();
    }

    /** Waits until web is applied and healthy at that revision. */
    void delivered(String revision) {
        await("web is delivered at " + revision)
                .atMost(PATIENCE)
                .untilAsserted(
                        () ->
                                assertThat(log.events(SyncFinished.class, WEB))
                                        .anyMatch(sync -> isHealthyAt(revision, sync)));
    }

    List<DesiredState> declared(String application, String revision) {
        return log.events(DesiredState.class, application).stream()
                .filter(state -> state.getRevision().equals(revision))
                .toList();
    }

    /** Puts a record nobody can read on each of the topics. */
    void poison(List<String> topics) {
        Map<String, Object> settings = Map.of("bootstrap.servers", platform.bootstrapServers());
        try (var producer =
                new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            for (var topic : topics) {
                producer.send(new ProducerRecord<>(topic, "poison", new byte[] {1, 2, 3})).get();
            }
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError("poison " + topics, e);
        }
    }

    @Override
    public void close() {
        log.close();
        cluster.close();
        platform.close();
        broker.close();
        developer.close();
    }

    private static boolean isHealthyAt(String revision, SyncFinished sync) {
        return sync.getRevision().equals(revision)
                && sync.getOutcome() == SyncOutcome.SUCCEEDED
                && sync.getHealth() == Health.HEALTHY;
    }
}
