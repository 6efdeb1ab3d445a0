package io.dabbawala.local.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dabbawala.events.DriftFound;
import io.dabbawala.events.SyncCause;
import io.dabbawala.events.Topics;
import io.dabbawala.local.process.Guard;
import io.dabbawala.local.process.Http;
import io.dabbawala.local.process.Java;
import io.dabbawala.local.process.Program;
import io.dabbawala.local.process.Programs;
import io.dabbawala.platform.EventCodec;
import io.dabbawala.testkit.LocalBroker;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.avro.SchemaBuilder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against the registry that is shipped. */
class SchemaRegistrationTest {

    private static final Guard GUARD = Guard.start();

    private static Programs programs;
    private static URI registry;

    @BeforeAll
    static void startRegistry(@TempDir Path state) {
        var port = LocalBroker.freePort();
        var folder = Path.of("target/registry").toAbsolutePath();
        var line =
                Java.jar(
                        256,
                        Java.Cache.NONE,
                        Map.of(
                                "quarkus.http.port", Integer.toString(port),
                                "quarkus.http.host", "127.0.0.1",
                                "quarkus.management.host", "127.0.0.1",
                                "quarkus.management.port", "0"),
                        folder.resolve("quarkus-run.jar"));
        registry = URI.create("http://127.0.0.1:%d/apis/registry/v3".formatted(port));
        programs = new Programs(state, GUARD, Program.GRACE);
        programs.start(new Program.Command("registry", line, folder, Map.of()))
                .awaitReady(
                        () -> Http.answers(URI.create(registry + "/system/info")),
                        Duration.ofSeconds(90));
        new SchemaRegistration(registry).registerAll();
    }

    @AfterAll
    static void stopRegistry() {
        programs.close();
        GUARD.close();
    }

    @Test
    void every_topic_has_its_schema_and_twice_changes_nothing() {
        // When
        new SchemaRegistration(registry).registerAll();

        // Then
        Topics.VALUES
                .keySet()
                .forEach(
                        topic ->
                                assertThat(get("/artifacts/%s-value/versions".formatted(topic)))
                                        .contains("\"count\":1"));
    }

    @Test
    void a_service_that_may_not_register_finds_the_schema_it_writes() throws Exception {
        // Given
        var drift =
                DriftFound.newBuilder()
                        .setApplication("argocd/web")
                        .setDelivery("d")
                        .setGeneration(1)
                        .setRevision("r")
                        .setCluster("in-cluster")
                        .setPlanDigest("sha256:0")
                        .setCause(SyncCause.LIVE_CHANGE)
                        .setChanges(List.of())
                        .setFoundAt(Instant.EPOCH)
                        .build();
        var codec = EventCodec.withRegistry(registry.toString(), false);

        // When
        var bytes = codec.encode(Topics.DRIFTS, drift);

        // Then
        assertThat(codec.decode(Topics.DRIFTS, bytes, DriftFound.class)).isEqualTo(drift);
    }

    @Test
    void a_schema_that_older_readers_cannot_read_is_refused() {
        // Given
        var other = SchemaBuilder.record("Other").fields().requiredInt("number").endRecord();

        // Then
        assertThatThrownBy(() -> new SchemaRegistration(registry).register(Topics.PUSHES, other))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("pushes-value");
        assertThat(get("/artifacts/pushes-value/versions")).contains("\"count\":1");
    }

    @Test
    void a_registry_that_is_away_is_an_exception_of_the_network() {
        // Given
        var nowhere =
                URI.create(
                        "http://127.0.0.1:%d/apis/registry/v3".formatted(LocalBroker.freePort()));

        // Then
        assertThatThrownBy(() -> new SchemaRegistration(nowhere).registerAll())
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining(nowhere.toString());
    }

    private static String get(String path) {
        return Http.get(URI.create(registry + "/groups/default" + path)).body();
    }
}
