package io.dabbawala.gitwatcher.kafka;

import static java.util.Map.entry;

import io.dabbawala.gitwatcher.git.Host;
import io.dabbawala.testkit.LocalKafka;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A real broker and a real repository with one application, for the service to find. */
public final class Surroundings implements QuarkusTestResourceLifecycleManager {

    static final String SECRET = "it's a secret";

    private LocalKafka kafka;
    private Host host;

    @Override
    public Map<String, String> start() {
        kafka = LocalKafka.start(2);
        var directory = kafka.directory();
        host = Host.in(directory.resolve("host"));
        writeShop();
        var repository = "git-watcher.repositories.shop.";
        return kafka.settings(
                Map.ofEntries(
                        entry(repository + "url", host.url()),
                        entry(repository + "delivery-path", "delivery"),
                        entry(repository + "webhook-secret-file", secretIn(directory).toString()),
                        entry(repository + "revert-requests-to", "nowhere"),
                        entry("git-watcher.forges.nowhere.kind", "github"),
                        entry("git-watcher.forges.nowhere.api", "http://127.0.0.1:9"),
                        entry(
                                "git-watcher.data-directory",
                                directory.resolve("mirrors").toString()),
                        entry("git-watcher.poll-interval", "PT1H"),
                        entry("test.host", directory.resolve("host").toString())));
    }

    private static Path secretIn(Path directory) {
        try {
            return Files.writeString(directory.resolve("secret"), SECRET + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException("write the secret", e);
        }
    }

    private void writeShop() {
        host.write(
                "delivery/web.yaml",
                """
                apiVersion: argoproj.io/v1alpha1
                kind: Application
                metadata: {name: web}
                spec:
                  source: {repoURL: '%s', targetRevision: main, path: apps/web}
                  destination: {namespace: shop}
                """
                        .formatted(host.url()));
        host.write(
                "apps/web/config.yaml",
                "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: web}\ndata: {answer: '1'}\n");
        host.commit("feat: deliver web");
    }

    @Override
    public void stop() {
        host.close();
        kafka.close();
    }
}
