package io.dabbawala.gitwatcher.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dabbawala.events.CommitDetected;
import io.dabbawala.events.DeadLetter;
import io.dabbawala.events.DesiredState;
import io.dabbawala.events.PushHinted;
import io.dabbawala.events.RollbackIssued;
import io.dabbawala.events.SyncCause;
import io.dabbawala.events.Topics;
import io.dabbawala.gitwatcher.Lure;
import io.dabbawala.gitwatcher.git.Host;
import io.dabbawala.platform.Envelope;
import io.dabbawala.platform.EventCodec;
import io.dabbawala.platform.Inbox;
import io.dabbawala.platform.Reading;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The service as it is wired, with a real broker and a real repository. */
@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class GitWatcherTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String WEB = "argocd/web";

    @Inject EventCodec codec;
    @Inject Inbox inbox;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrapServers;

    @ConfigProperty(name = "test.host")
    Path hostDirectory;

    @io.quarkus.test.common.http.TestHTTPResource("/webhooks/github")
    URI webhook;

    private Heard heard;

    @BeforeEach
    void start() {
        heard = new Heard(bootstrapServers, inbox);
        await("the first poll").atMost(PATIENCE).until(() -> !desired(_ -> true).isEmpty());
    }

    @Test
    void a_push_that_is_told_of_twice_is_one_commit_and_one_desired_state() throws Exception {
        // Given
        var revision = push("answer: '2'");
        var sender = UUID.randomUUID().toString();

        // When
        assertThat(hook(revision, sender, Surroundings.SECRET)).isEqualTo(202);
        assertThat(hook(revision, sender, Surroundings.SECRET)).isEqualTo(202);

        // Then
        awaitDesired(revision);
        assertThat(hints(sender)).isOne();
        assertThat(hook(revision, "another", Surroundings.SECRET)).isEqualTo(202);
        assertThat(hook(push("answer: '3'"), "third", Surroundings.SECRET)).isEqualTo(202);
        await().atMost(PATIENCE).until(() -> commits(_ -> true).size() >= 3);
        assertThat(commits(commit -> revision.equals(commit.getNewRevision()))).hasSize(1);
        assertThat(desired(state -> state.getRevision().equals(revision))).hasSize(1);
    }

    @Test
    void a_forged_webhook_is_refused_without_a_word_and_hints_at_nothing() throws Exception {
        var sender = "forged-" + UUID.randomUUID();

        assertThat(hook("0".repeat(40), sender, "guess")).isEqualTo(401);
        assertThat(hints(sender)).isZero();
    }

    @Test
    void other_events_are_ignored_and_bodies_over_a_mebibyte_refused() throws Exception {
        assertThat(send("{}".getBytes(UTF_8), "ping", "x", Surroundings.SECRET)).isEqualTo(204);
        assertThat(send(new byte[(1 << 20) + 1], "push", "x", Surroundings.SECRET)).isEqualTo(413);
        assertThat(send("nonsense".getBytes(UTF_8), "push", "x", Surroundings.SECRET))
                .isEqualTo(400);
    }

    @Test
    void no_address_out_of_a_payload_or_a_declaration_is_visited() throws Exception {
        try (var lure = new Lure();
                var host = Host.in(hostDirectory)) {
            // Given
            var payload =
                    "{'ref':'refs/heads/main','after':'a1','repository':{'clone_url':'%1$s/x.git','html_url':'%1$s/x'}}"
                            .formatted(lure.url())
                            .replace('\'', '"');
            host.write("delivery/lured.yaml", lured(lure.url()));
            host.write("delivery/flux.yaml", flux(lure.url()));
            var revision = host.commit("feat: lure");

            // When
            assertThat(send(payload.getBytes(UTF_8), "push", "lure", Surroundings.SECRET))
                    .isEqualTo(404);
            hook(revision, "lured", Surroundings.SECRET);

            // Then
            await("both are told to be from nowhere")
                    .atMost(PATIENCE)
                    .until(
                            () ->
                                    desired(state -> isNotConfigured(state, lure.url())).stream()
                                                    .map(DesiredState::getApplication)
                                                    .distinct()
                                                    .count()
                                            == 2);
            assertThat(lure.visitors()).isZero();
        }
    }

    private static boolean isNotConfigured(DesiredState state, String url) {
        return state.getProblem() != null
                && state.getProblem().getReason().startsWith("repository " + url)
                && state.getProblem().getReason().endsWith(" is not configured");
    }

    private static String lured(String url) {
        return """
                apiVersion: argoproj.io/v1alpha1
                kind: Application
                metadata: {name: lured}
                spec:
                  source: {repoURL: '%s/x.git', targetRevision: main, path: apps/web}
                  destination: {namespace: shop}
                """
                .formatted(url);
    }

    private static String flux(String url) {
        return """
                apiVersion: source.toolkit.fluxcd.io/v1
                kind: GitRepository
                metadata: {name: lured}
                spec: {url: '%s/x.git', ref: {branch: main}, interval: 1m}
                ---
                apiVersion: kustomize.toolkit.fluxcd.io/v1
                kind: Kustomization
                metadata: {name: lured}
                spec:
                  sourceRef: {kind: GitRepository, name: lured}
                  path: ./apps/web
                  interval: 1m
                  prune: true
                """
                .formatted(url);
    }

    @Test
    void every_event_of_a_delivery_names_it_and_its_cause() throws Exception {
        // Given
        var revision = push("answer: '4'");

        // When
        hook(revision, "trace", Surroundings.SECRET);
        awaitDesired(revision);

        // Then
        var commit =
                heard.all(Topics.COMMITS, CommitDetected.class).stream()
                        .filter(event -> revision.equals(event.value().getNewRevision()))
                        .findFirst()
                        .orElseThrow();
        var state =
                heard.all(Topics.DESIRED_STATES, DesiredState.class).stream()
                        .filter(event -> event.value().getRevision().equals(revision))
                        .findFirst()
                        .orElseThrow();
        assertThat(state.envelope().trail().cause()).isEqualTo(commit.envelope().id());
        assertThat(state.envelope().delivery()).isEqualTo(state.value().getDelivery());
    }

    @Test
    void poison_becomes_a_dead_letter_and_a_rollback_heard_twice_is_one_generation()
            throws Exception {
        // Given
        var good = awaitDesired(hookedPush("answer: '5'"));
        var bad = awaitDesired(hookedPush("answer: '6'"));
        var rollback = rollback(bad, good);

        // When
        publish(Topics.ROLLBACKS, new byte[] {9, 9, 9});
        publish(Topics.PUSHES, new byte[] {1});
        publish(Topics.ROLLBACKS, codec.encode(Topics.ROLLBACKS, rollback));
        publish(Topics.ROLLBACKS, codec.encode(Topics.ROLLBACKS, rollback));

        // Then
        await("the rollback is declared")
                .atMost(PATIENCE)
                .until(() -> !desired(state -> isRollbackOf(state, bad)).isEmpty());
        var proposed = "refs/heads/dabbawala/revert-" + bad.getRevision().substring(0, 12);
        await("a branch that lets Git follow")
                .atMost(PATIENCE)
                .until(() -> branches().anyMatch(name -> name.startsWith(proposed)));
        awaitDesired(hookedPush("answer: '7'"));
        assertThat(desired(state -> isRollbackOf(state, bad)))
                .singleElement()
                .satisfies(
                        state -> {
                            assertThat(state.getRevision()).isEqualTo(good.getRevision());
                            assertThat(state.getGeneration()).isEqualTo(bad.getGeneration() + 1);
                            assertThat(state.getCause()).isEqualTo(SyncCause.ROLLBACK);
                        });
        assertThat(heard.all(Topics.DEAD_LETTERS, DeadLetter.class))
                .extracting(event -> event.value().getTopic())
                .contains(Topics.ROLLBACKS, Topics.PUSHES);
    }

    private Stream<String> branches() throws GitAPIException {
        try (var host = Host.in(hostDirectory)) {
            return host.git().branchList().call().stream().map(Ref::getName).toList().stream();
        }
    }

    private static boolean isRollbackOf(DesiredState state, DesiredState bad) {
        return bad.getRevision().equals(state.getRolledBackFrom());
    }

    private static RollbackIssued rollback(DesiredState bad, DesiredState good) {
        return RollbackIssued.newBuilder()
                .setApplication(WEB)
                .setRollout("")
                .setDelivery(bad.getDelivery())
                .setTemplate("")
                .setFromRevision(bad.getRevision())
                .setFromDigest(bad.getDigest())
                .setToRevision(good.getRevision())
                .setToDigest(good.getDigest())
                .setReason("CHECKS_FAILED: 2 of 2")
                .setIssuedAt(Instant.now())
                .build();
    }

    private String hookedPush(String answer) throws Exception {
        var revision = push(answer);
        assertThat(hook(revision, revision, Surroundings.SECRET)).isEqualTo(202);
        return revision;
    }

    private DesiredState awaitDesired(String revision) {
        await("%s is desired".formatted(revision))
                .atMost(PATIENCE)
                .until(() -> !desired(state -> state.getRevision().equals(revision)).isEmpty());
        return desired(state -> state.getRevision().equals(revision)).getFirst();
    }

    private String push(String answer) {
        try (var host = Host.in(hostDirectory)) {
            host.write(
                    "apps/web/config.yaml",
                    "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: web}\ndata: {%s}\n"
                            .formatted(answer));
            return host.commit("feat: " + answer);
        }
    }

    private int hook(String revision, String sender, String secret) throws Exception {
        var url = hostDirectory.toUri();
        var body =
                "{\"ref\":\"refs/heads/main\",\"after\":\"%s\",\"repository\":{\"clone_url\":\"%s\"}}"
                        .formatted(revision, url);
        return send(body.getBytes(UTF_8), "push", sender, secret);
    }

    private int send(byte[] body, String event, String sender, String secret) throws Exception {
        try (var client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            return client.send(
                            HttpRequest.newBuilder(webhook)
                                    .header("X-GitHub-Event", event)
                                    .header("X-GitHub-Delivery", sender)
                                    .header("X-Hub-Signature-256", signature(secret, body))
                                    .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString())
                    .statusCode();
        }
    }

    private static String signature(String secret, byte[] body) throws GeneralSecurityException {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
        return "sha256=" + HexFormat.of().formatHex(mac.doFinal(body));
    }

    private long hints(String sender) {
        return heard.all(Topics.PUSHES, PushHinted.class).stream()
                .map(Reading.Event::value)
                .filter(hint -> hint.getSenderDelivery().equals(sender))
                .count();
    }

    private List<CommitDetected> commits(java.util.function.Predicate<CommitDetected> wanted) {
        return heard.matching(Topics.COMMITS, CommitDetected.class, wanted);
    }

    private List<DesiredState> desired(java.util.function.Predicate<DesiredState> wanted) {
        return heard.matching(Topics.DESIRED_STATES, DesiredState.class, wanted);
    }

    private void publish(String topic, byte[] value) throws Exception {
        Map<String, Object> settings = Map.of("bootstrap.servers", bootstrapServers);
        var envelope = Envelope.root("test", "Poison", WEB, Instant.now(), topic);
        try (var producer =
                new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            producer.send(
                            new ProducerRecord<>(
                                    topic, null, WEB, value, envelope.writeTo(new RecordHeaders())))
                    .get();
        }
    }
}
