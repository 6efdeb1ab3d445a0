package io.dabbawala.local;

import io.dabbawala.local.process.Java;
import io.dabbawala.local.process.Program;
import io.dabbawala.testkit.LocalBroker;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * How each program is started here: as it is packaged, with the shared addresses and its own
 * settings.
 */
record Commands(Blueprint blueprint, Keys keys) {

    private static final String LOG_MANAGER =
            "-Djava.util.logging.manager=org.jboss.logmanager.LogManager";
    private static final int BROKER_MEGABYTES = 256;
    private static final int REGISTRY_MEGABYTES = 256;
    private static final int SERVICE_MEGABYTES = 160;

    URI registryApi() {
        return URI.create("http://127.0.0.1:%d/apis/registry/v3".formatted(ports().registry()));
    }

    Program.Command broker() {
        var line =
                Java.main(
                        BROKER_MEGABYTES,
                        blueprint.cache("broker"),
                        layout().classPath(),
                        List.of(
                                LOG_MANAGER,
                                LocalBroker.class.getName(),
                                layout().state().resolve("broker").toString(),
                                Integer.toString(ports().broker())));
        return new Program.Command("broker", line, layout().state(), Map.of());
    }

    /** As it is packaged, unless there is something to start it from, or to learn. */
    Program.Command registry() {
        var cache = blueprint.cache("registry");
        var line =
                cache.isOfUse()
                        ? flatRegistry(cache)
                        : Java.jar(
                                REGISTRY_MEGABYTES,
                                Java.Cache.NONE,
                                registryProperties(),
                                layout().registry().resolve("quarkus-run.jar"));
        return new Program.Command("registry", line, layout().registry(), Map.of());
    }

    /** What its {@code quarkus-run.jar} does, on a class path of which the JVM can keep classes. */
    private List<String> flatRegistry(Java.Cache cache) {
        var program = new ArrayList<String>();
        registryProperties().forEach((key, value) -> program.add("-D" + key + "=" + value));
        program.add(LOG_MANAGER);
        program.add("--add-opens=java.base/java.lang=ALL-UNNAMED");
        program.add("io.quarkus.runner.GeneratedMain");
        return Java.main(REGISTRY_MEGABYTES, cache, layout().registryClassPath(), program);
    }

    private Map<String, String> registryProperties() {
        return Map.of(
                "quarkus.http.host",
                "127.0.0.1",
                "quarkus.http.port",
                Integer.toString(ports().registry()),
                "quarkus.management.host",
                "127.0.0.1",
                "quarkus.management.port",
                Integer.toString(ports().registryManagement()),
                "apicurio.datasource.url",
                "jdbc:h2:file:" + layout().state().resolve("registry/db"));
    }

    /**
     * @param kubeconfig waits for the cluster; asked for those only that need it
     */
    Program.Command service(String name, Supplier<Path> kubeconfig) {
        var properties = new LinkedHashMap<String, String>();
        properties.put("quarkus.http.port", Integer.toString(ports().of(name)));
        properties.put("quarkus.log.console.json.enabled", "false");
        // Asked for before it is ready, it would log each time that it is not.
        properties.put("quarkus.log.category.\"io.smallrye.health\".level", "WARN");
        properties.putAll(own(name, kubeconfig));
        var data = layout().state().resolve(name).toString();
        return new Program.Command(
                name,
                Java.jar(
                        SERVICE_MEGABYTES,
                        blueprint.cache(name),
                        properties,
                        layout().service(name)),
                layout().state(),
                Map.of(
                        "KAFKA_BOOTSTRAP_SERVERS",
                        blueprint.bootstrapServers(),
                        "REGISTRY_URL",
                        registryApi().toString(),
                        "STATE_DIR",
                        data,
                        "DATA_DIR",
                        data));
    }

    private Layout layout() {
        return blueprint.layout();
    }

    private Ports ports() {
        return blueprint.ports();
    }

    private Delivery delivery() {
        return blueprint.delivery();
    }

    private Map<String, String> own(String name, Supplier<Path> kubeconfig) {
        return switch (name) {
            case "git-watcher" -> gitWatcher();
            case "reconciler" ->
                    Map.of(
                            "reconciler.kubeconfig", kubeconfig.get().toString(),
                            "reconciler.gate-public-key-file", keys.gatePublic().toString());
            case "compliance-gate" ->
                    Map.of("compliance-gate.signing-key-file", keys.gatePrivate().toString());
            case "notifier" -> notifier();
            case "rollout-analyzer", "console" -> Map.of();
            default -> throw new IllegalArgumentException("no service is called " + name);
        };
    }

    private Map<String, String> gitWatcher() {
        var repository = "git-watcher.repositories." + delivery().repository();
        return Map.of(
                repository + ".url",
                delivery().url(),
                repository + ".delivery-path",
                delivery().declarations(),
                repository + ".transfer",
                delivery().transfer(),
                repository + ".webhook-secret-file",
                keys.webhookSecret().toString(),
                "git-watcher.poll-interval",
                delivery().poll().toString(),
                "git-watcher.allow-file-urls",
                Boolean.toString(delivery().isOnThisMachine()),
                "git-watcher.data-directory",
                layout().state().resolve("git-watcher").toString());
    }

    private Map<String, String> notifier() {
        return delivery()
                .messages()
                .map(
                        sink ->
                                Map.of(
                                        "notifier.twilio.base-url", sink.toString(),
                                        "notifier.twilio.account-sid", "AClocal",
                                        "notifier.twilio.auth-token-file",
                                                keys.smsToken().toString(),
                                        "notifier.allow-http", "true",
                                        "notifier.allow-loopback", "true"))
                .orElse(Map.of());
    }
}
