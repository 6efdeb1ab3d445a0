package io.dabbawala.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dabbawala.events.CommitDetected;
import io.dabbawala.events.DeadLetter;
import io.dabbawala.events.DesiredState;
import io.dabbawala.events.GateVerdict;
import io.dabbawala.events.SyncFinished;
import io.dabbawala.events.SyncRequested;
import io.dabbawala.events.Topics;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What goes wrong between a push and the cluster, and what becomes of it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class DeliveryStories {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String DEPLOYMENT = "apps/web/deployment.yaml";

    protected Shop shop;

    abstract StoryBroker broker();

    @BeforeAll
    void open() {
        shop = Shop.open(broker());
    }

    @AfterAll
    void close() {
        if (shop != null) {
            shop.close();
        }
    }

    @Test
    void the_same_webhook_twice_is_one_delivery() {
        // Given
        shop.developer.replace(DEPLOYMENT, "shop/web:", "shop/web:twice-");
        var revision = shop.developer.push("feat(web): deliver once");
        var sender = UUID.randomUUID().toString();

        // When
        assertThat(shop.webhook.push(revision, sender)).isEqualTo(202);
        assertThat(shop.webhook.push(revision, sender)).isEqualTo(202);

        // Then
        shop.delivered(revision);
        assertThat(shop.declared(Shop.WEB, revision)).hasSize(1);
        assertThat(shop.log.events(CommitDetected.class, "shop"))
                .filteredOn(commit -> revision.equals(commit.getNewRevision()))
                .hasSize(1);
    }

    @Test
    void a_webhook_with_a_bad_signature_is_refused_and_nothing_is_published() {
        // Given
        var revision = "f".repeat(40);

        // When
        var status = shop.webhook.forged(revision);

        // Then
        assertThat(status).isEqualTo(401);
        shop.developer.replace(DEPLOYMENT, "shop/web:", "shop/web:signed-");
        var hints = shop.log.entries(Topics.PUSHES).size();
        shop.delivered(shop.push("feat(web): a signed push after a forged one"));
        assertThat(shop.log.entries(Topics.PUSHES)).hasSize(hints + 1);
    }

    @Test
    void an_unreadable_manifest_is_reported_with_its_place_and_the_others_go_on() {
        // Given
        shop.developer.write("apps/checkout/broken.yaml", "kind: Service\nmetadata: {name: a\n");
        shop.developer.replace(DEPLOYMENT, "replicas: 2", "replicas: 3");

        // When
        var revision = shop.push("feat: one good, one unreadable");

        // Then
        shop.delivered(revision);
        await().atMost(PATIENCE)
                .untilAsserted(
                        () ->
                                assertThat(shop.log.events(DesiredState.class, Shop.CHECKOUT))
                                        .anySatisfy(state -> tellsWhere(state, revision)));
        shop.developer.write("apps/checkout/broken.yaml", "# nothing\n");
        shop.developer.replace(DEPLOYMENT, "replicas: 3", "replicas: 2");
        shop.delivered(shop.push("fix: readable again"));
    }

    @Test
    void a_reconciler_killed_between_verdict_and_apply_finishes_and_applies_once() {
        // Given
        var before = shop.cluster.deployment("web").orElseThrow().getMetadata().getGeneration();
        shop.platform.program("compliance-gate").kill();
        shop.developer.replace(DEPLOYMENT, "shop/web:", "shop/web:killed-");
        var revision = shop.push("feat(web): survive a kill");
        await().atMost(PATIENCE).until(() -> isRequested(revision));

        // When
        shop.platform.program("reconciler").kill();
        shop.platform.restart("compliance-gate");
        await().atMost(PATIENCE).until(() -> isJudged(revision));
        assertThat(shop.cluster.image("web").orElseThrow()).doesNotContain("killed");
        shop.platform.restart("reconciler");

        // Then
        shop.delivered(revision);
        assertThat(shop.cluster.deployment("web").orElseThrow().getMetadata().getGeneration())
                .isEqualTo(before + 1);
        assertThat(shop.log.events(SyncFinished.class, Shop.WEB))
                .filteredOn(sync -> sync.getRevision().equals(revision))
                .filteredOn(sync -> !sync.getObjects().isEmpty())
                .hasSize(1);
    }

    @Test
    void a_poison_record_on_each_topic_becomes_a_dead_letter_and_the_stream_goes_on() {
        // Given
        var read =
                Topics.VALUES.keySet().stream()
                        .filter(topic -> !topic.equals(Topics.CHECKPOINTS))
                        .filter(topic -> !topic.equals(Topics.DEAD_LETTERS))
                        .toList();

        // When
        shop.poison(read);

        // Then
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(deadTopics()).containsAll(read));
        shop.developer.replace(DEPLOYMENT, "shop/web:", "shop/web:poison-");
        shop.delivered(shop.push("feat(web): survive poison"));
    }

    private static void tellsWhere(DesiredState state, String revision) {
        assertThat(state.getProblem()).isNotNull();
        assertThat(state.getProblem().getRevision()).isEqualTo(revision);
        assertThat(state.getProblem().getFile()).endsWith("broken.yaml");
        assertThat(state.getProblem().getLine()).isPositive();
        assertThat(state.getProblem().getReason()).isNotBlank();
    }

    private boolean isRequested(String revision) {
        return shop.log.events(SyncRequested.class, Shop.WEB).stream()
                .anyMatch(request -> request.getRevision().equals(revision));
    }

    private boolean isJudged(String revision) {
        return shop.log.events(GateVerdict.class, Shop.WEB).stream()
                .anyMatch(verdict -> verdict.getRevision().equals(revision));
    }

    private List<String> deadTopics() {
        return shop.log.entries(Topics.DEAD_LETTERS).stream()
                .map(EventLog.Entry::value)
                .map(DeadLetter.class::cast)
                .map(DeadLetter::getTopic)
                .toList();
    }
}
