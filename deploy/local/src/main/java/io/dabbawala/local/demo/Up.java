package io.dabbawala.local.demo;

import io.dabbawala.local.Blueprint;
import io.dabbawala.local.Delivery;
import io.dabbawala.local.Layout;
import io.dabbawala.local.Platform;
import io.dabbawala.local.Ports;
import io.dabbawala.local.cluster.ClusterChoice;
import io.dabbawala.local.step.StepFailed;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;

/**
 * Runs the platform until it is interrupted; what it knows of a repository is there again the next
 * time it runs with it.
 */
public final class Up {

    private static final int UNAVAILABLE = 69;

    private final Layout layout;
    private final ClusterChoice cluster;
    private final PrintStream out;

    public Up(Layout layout, ClusterChoice cluster, PrintStream out) {
        this.layout = new Layout(layout.home(), layout.state().resolve("up"));
        this.cluster = cluster;
        this.out = out;
    }

    /** Somebody's own repository, and the folder in it that holds the declarations. */
    public record Source(String url, String declarations) {}

    /**
     * Runs with the given repository, else with the shop of the demo and traffic to it.
     *
     * @return 69 when a port is taken, 1 when something did not come up; an interrupt ends the JVM
     */
    public int run(Optional<Source> source, Ports ports) {
        var taken = ports.taken();
        if (!taken.isEmpty()) {
            taken.forEach(
                    (port, program) ->
                            out.printf(
                                    "Port %d is taken; the %s wants to listen there.%n",
                                    port, program));
            out.println("Is a platform running already? Stop it, or use --free-ports.");
            return UNAVAILABLE;
        }
        try {
            source.ifPresentOrElse(own -> runWith(own, ports), () -> runShop(ports));
            return 0;
        } catch (StepFailed e) {
            out.printf("The platform did not come up. %s%n", e.getMessage());
            out.println("The logs of all programs are below " + layout.state());
            return 1;
        }
    }

    private void runWith(Source own, Ports ports) {
        var delivery = Delivery.polled(own.url(), own.declarations(), Optional.empty());
        var state = layout.state().resolve("repositories").resolve(delivery.repository());
        var apart = new Layout(layout.home(), state);
        run(Blueprint.of(apart, ports, cluster, delivery), _ -> () -> {});
    }

    private void runShop(Ports ports) {
        try (var sink = MessageSink.start(ports.messages());
                var developer = Developer.in(layout.state())) {
            if (!developer.hasDelivered()) {
                developer.writeShop(
                        Map.of("repository", developer.url(), "sink", sink.address().toString()));
                developer.push("feat: deliver web and checkout");
            }
            out.println("The repository: edit, commit and push in " + developer.workTree());
            var delivery =
                    Delivery.polled(developer.url(), "delivery", Optional.of(sink.address()));
            run(Blueprint.of(layout, ports, cluster, delivery), Up::traffic);
        }
    }

    /** What runs beside the platform and ends with it. */
    private interface Beside extends AutoCloseable {

        @Override
        void close();
    }

    private void run(Blueprint blueprint, Function<Platform, Beside> beside) {
        try (var platform = Platform.start(blueprint, out::println);
                var _ = beside.apply(platform)) {
            leaveAddresses(platform);
            describe(platform);
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** For commands that look for a running platform; gone when it is. */
    private void leaveAddresses(Platform platform) {
        var file = layout.state().resolve("platform.properties");
        file.toFile().deleteOnExit();
        try {
            Files.write(
                    file,
                    List.of(
                            "console=" + platform.service("console"),
                            "kubeconfig=" + platform.kubeconfig(),
                            "bootstrap=" + platform.bootstrapServers(),
                            "registry=" + platform.registryApi()));
        } catch (IOException e) {
            throw new UncheckedIOException("write " + file, e);
        }
    }

    private void describe(Platform platform) {
        List.of(
                        "The platform is up. Ctrl-C stops it.",
                        "  ./dabba app list         where the applications stand",
                        "  ./dabba events --follow  what happens",
                        "  console    " + platform.service("console") + "/api/applications",
                        "  webhooks   "
                                + platform.service("git-watcher")
                                + "/webhooks/github, the secret is in "
                                + platform.webhookSecret(),
                        "  cluster    export KUBECONFIG=" + platform.kubeconfig(),
                        "  logs       " + platform.layout().logs())
                .forEach(out::println);
    }

    private static Beside traffic(Platform platform) {
        return Demo.trafficTo(platform)::close;
    }
}
