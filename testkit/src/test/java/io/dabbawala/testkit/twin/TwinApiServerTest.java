package io.dabbawala.testkit.twin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What only the twin can be asked: to forget, and to be a process of its own. */
class TwinApiServerTest {

    private static final String CONFIG_MAPS = "/api/v1/namespaces/default/configmaps";

    @Test
    void a_watch_from_a_forgotten_version_is_told_so() throws Exception {
        try (var http = HttpClient.newHttpClient();
                var twin = TwinApiServer.start()) {
            var api = new ApiClient(twin.url(), Optional.empty(), http);
            var old = api.get(CONFIG_MAPS).version();
            api.post(CONFIG_MAPS, Contract.configMap("a", "1"));

            twin.forgetEvents();

            try (var watch = api.watch(CONFIG_MAPS + "?resourceVersion=" + old)) {
                var error = watch.next();
                assertThat(error.path("type").asText()).isEqualTo("ERROR");
                assertThat(error.at("/object/code").asInt()).isEqualTo(410);
                assertThat(error.at("/object/reason").asText()).isEqualTo("Expired");
            }
            http.shutdownNow();
        }
    }

    @Test
    void a_short_memory_forgets_by_itself() throws Exception {
        try (var http = HttpClient.newHttpClient();
                var twin = TwinApiServer.start(TwinApiServer.Settings.usual().remembering(2))) {
            var api = new ApiClient(twin.url(), Optional.empty(), http);
            var old = api.get(CONFIG_MAPS).version();
            for (int i = 0; i < 5; i++) {
                api.post(CONFIG_MAPS, Contract.configMap("a" + i, "1"));
            }

            try (var watch = api.watch(CONFIG_MAPS + "?resourceVersion=" + old)) {
                assertThat(watch.next().at("/object/code").asInt()).isEqualTo(410);
            }
            http.shutdownNow();
        }
    }

    @Test
    void is_a_process_that_says_where_it_is_and_ends_when_told(@TempDir Path folder)
            throws Exception {
        var kubeconfig = folder.resolve("deep").resolve("kubeconfig");
        var process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx64m",
                                "-cp",
                                System.getProperty("java.class.path"),
                                TwinApiServer.class.getName(),
                                "--port",
                                "0",
                                "--kubeconfig-out",
                                kubeconfig.toString())
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        try (var http = HttpClient.newHttpClient()) {
            for (int i = 0; i < 300 && !Files.exists(kubeconfig); i++) {
                LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
            }
            var server =
                    Pattern.compile("server: \"([^\"]+)\"").matcher(Files.readString(kubeconfig));
            assertThat(server.find()).isTrue();
            var api = new ApiClient(server.group(1), Optional.empty(), http);
            assertThat(api.get("/readyz").code()).isEqualTo(200);
            http.shutdownNow();

            process.destroy();

            assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
        } finally {
            process.destroyForcibly();
        }
    }
}
