package io.dabbawala.local;

import io.dabbawala.local.cluster.RunningCluster;
import io.dabbawala.local.kafka.BrokerChoice;
import io.dabbawala.local.kafka.SchemaRegistration;
import io.dabbawala.local.kafka.TopicCatalogue;
import io.dabbawala.local.process.Guard;
import io.dabbawala.local.process.Http;
import io.dabbawala.local.process.Program;
import io.dabbawala.local.process.Programs;
import io.dabbawala.local.step.StepFailed;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * The running platform. Closing it stops everything it started, also when it never came up
 * completely; so does the end of this process, whatever ends it.
 */
public final class Platform implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Duration TIME_TO_LEARN = Duration.ofMinutes(5);
    private static final Executor THREADS = task -> Thread.ofVirtual().start(task);

    private final Blueprint blueprint;
    private final Commands commands;
    private final Consumer<String> progress;
    private final Guard guard = Guard.start();
    private final Programs foundations;
    private final Programs services;
    private final Map<String, Program> running = new ConcurrentHashMap<>();
    private final Thread hook = new Thread(this::interrupted, "stop the platform");
    private final CompletableFuture<RunningCluster> cluster = new CompletableFuture<>();

    private Platform(Blueprint blueprint, Consumer<String> progress) {
        this.blueprint = blueprint;
        this.commands =
                new Commands(blueprint, Keys.in(blueprint.layout().state().resolve("keys")));
        this.progress = progress;
        var grace = blueprint.isRehearsal() ? TIME_TO_LEARN : Program.GRACE;
        this.foundations = new Programs(blueprint.layout().logs(), guard, grace);
        this.services = new Programs(blueprint.layout().logs(), guard, grace);
    }

    /**
     * Starts everything and returns when everything answers; {@code progress} hears of each part.
     *
     * @throws StepFailed when something does not come up; everything is stopped then
     */
    public static Platform start(Blueprint blueprint, Consumer<String> progress) {
        var platform = new Platform(blueprint, progress);
        Runtime.getRuntime().addShutdownHook(platform.hook);
        try {
            platform.startAll();
            return platform;
        } catch (RuntimeException e) {
            platform.close();
            throw e instanceof CompletionException && e.getCause() instanceof RuntimeException cause
                    ? cause
                    : e;
        }
    }

    public Path kubeconfig() {
        return cluster.join().kubeconfig();
    }

    public URI service(String name) {
        return URI.create("http://127.0.0.1:" + blueprint.ports().of(name));
    }

    public String bootstrapServers() {
        return blueprint.bootstrapServers();
    }

    public URI registryApi() {
        return commands.registryApi();
    }

    public Path webhookSecret() {
        return commands.keys().webhookSecret();
    }

    public Layout layout() {
        return blueprint.layout();
    }

    /** A program of the platform by name: {@code broker}, {@code registry} or a service. */
    public Program program(String name) {
        var program = running.get(name);
        if (program == null) {
            throw new IllegalArgumentException("no program is called " + name);
        }
        return program;
    }

    /** Names of programs that ended by themselves. */
    public List<String> ended() {
        return running.values().stream()
                .filter(program -> !program.isRunning())
                .map(Program::name)
                .sorted()
                .toList();
    }

    /**
     * Starts a service or the broker again that was stopped or killed, and waits until it answers.
     */
    public void restart(String name) {
        if (name.equals("broker")) {
            startBroker();
        } else {
            startService(name);
        }
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException _) {
            leaveItToTheHook();
        }
        stopAll();
    }

    /** Whatever this thread has to say now is a consequence of the interrupt: it says nothing. */
    private static void leaveItToTheHook() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void startAll() {
        progress.accept("cluster: " + blueprint.cluster().description());
        together(
                List.of(
                        this::startCluster,
                        () -> {
                            together(List.of(this::startEvents, this::startSchemas));
                            startServices();
                        }));
    }

    private void startEvents() {
        startBroker();
        createTopics();
    }

    private void startSchemas() {
        startRegistry();
        registerSchemas();
    }

    private void createTopics() {
        StepFailed.expecting(
                "the topics to be there on " + bootstrapServers(),
                () -> TopicCatalogue.load().createOn(bootstrapServers()));
    }

    private void registerSchemas() {
        StepFailed.expecting(
                "the schemas to be registered at " + registryApi(),
                () -> new SchemaRegistration(registryApi()).registerAll());
    }

    private void startServices() {
        together(
                blueprint.services().stream()
                        .map(name -> (Runnable) () -> startService(name))
                        .toList());
    }

    private void startBroker() {
        switch (blueprint.broker()) {
            case BrokerChoice.Own _ ->
                    start(
                            foundations,
                            commands.broker(),
                            () -> Http.listens(blueprint.ports().broker()));
            case BrokerChoice.Existing(var servers) -> progress.accept("broker: " + servers);
        }
    }

    private void startRegistry() {
        var ready = URI.create(registryApi() + "/system/info");
        start(foundations, commands.registry(), () -> Http.answers(ready));
    }

    private void startCluster() {
        var from = Instant.now();
        cluster.complete(
                RunningCluster.start(blueprint.cluster(), blueprint.layout(), foundations));
        tellReady("cluster", Duration.between(from, Instant.now()));
    }

    private void startService(String name) {
        var ready = URI.create(service(name) + "/q/health/ready");
        start(services, commands.service(name, this::kubeconfig), () -> Http.answers(ready));
    }

    private void start(Programs among, Program.Command command, BooleanSupplier ready) {
        var program = among.start(command);
        running.put(command.name(), program);
        tellReady(command.name(), program.awaitReady(ready, PATIENCE));
    }

    private void tellReady(String name, Duration took) {
        progress.accept("  %-17s ready in %.1f s".formatted(name, took.toMillis() / 1000.0));
    }

    private void interrupted() {
        progress.accept("stopping");
        stopAll();
    }

    private void stopAll() {
        services.close();
        foundations.close();
        guard.close();
    }

    /** Runs them at once; when one fails it is told at once, the others find out by themselves. */
    private static void together(List<Runnable> tasks) {
        var all = new CompletableFuture<Void>();
        var futures =
                tasks.stream().map(task -> CompletableFuture.runAsync(task, THREADS)).toList();
        futures.forEach(
                future ->
                        future.exceptionally(
                                failure -> {
                                    all.completeExceptionally(failure);
                                    return null;
                                }));
        CompletableFuture.allOf(futures.toArray(CompletableFuture<?>[]::new))
                .thenRun(() -> all.complete(null));
        all.join();
    }
}
