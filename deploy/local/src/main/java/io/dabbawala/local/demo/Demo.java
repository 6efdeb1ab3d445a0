package io.dabbawala.local.demo;

import io.dabbawala.local.Blueprint;
import io.dabbawala.local.Delivery;
import io.dabbawala.local.Layout;
import io.dabbawala.local.Platform;
import io.dabbawala.local.Ports;
import io.dabbawala.local.cluster.ClusterChoice;
import io.dabbawala.local.step.StepFailed;
import io.dabbawala.local.traffic.LoadGenerator;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Starts the platform in a folder and on ports of its own, tells the story, and stops everything
 * again. Any number may run at a time.
 */
public final class Demo {

    private final Layout layout;
    private final ClusterChoice cluster;
    private final PrintStream out;
    private final boolean isRehearsal;
    private final Instant from = Instant.now();

    public Demo(Layout layout, ClusterChoice cluster, PrintStream out) {
        this(layout, cluster, out, false);
    }

    private Demo(Layout layout, ClusterChoice cluster, PrintStream out, boolean isRehearsal) {
        this.layout = layout.fresh("demo");
        this.cluster = cluster;
        this.out = out;
        this.isRehearsal = isRehearsal;
    }

    /** Its beginning only, on the twin, to learn from. */
    static Demo rehearsal(Layout layout, PrintStream out) {
        return new Demo(layout, new ClusterChoice.Twin(), out, true);
    }

    /**
     * @return 0 when the whole story happened, else 1
     */
    public int run() {
        out.println("Dabbawala: a commit is delivered, a bad one comes back.");
        var ports = Ports.free();
        try (var sink = MessageSink.start(ports.messages());
                var developer = Developer.in(layout.state())) {
            tell(sink, developer, ports);
        } catch (StepFailed e) {
            out.printf("%nThe story ends here. %s%n", e.getMessage());
            out.println("The logs of all programs: " + layout.logs());
            return 1;
        }
        layout.removeData();
        out.printf(
                "%nThe whole story took %d s. To look around yourself: ./dabba up%n",
                secondsSoFar());
        return 0;
    }

    private void tell(MessageSink sink, Developer developer, Ports ports) {
        var delivery = Delivery.ofShop(developer.url(), Optional.of(sink.address()));
        var blueprint = Blueprint.of(layout, ports, cluster, delivery);
        try (var platform =
                        Platform.start(
                                isRehearsal ? blueprint.rehearsing() : blueprint, out::println);
                var live = new LiveCluster(platform.kubeconfig(), Story.NAMESPACE);
                var _ = trafficTo(platform)) {
            out.printf("The platform is up after %d s.%n", secondsSoFar());
            developer.writeShop(
                    Map.of("repository", developer.url(), "sink", sink.address().toString()));
            var webhook =
                    new Webhook(
                            platform.service("git-watcher"),
                            platform.webhookSecret(),
                            developer.url());
            var console = new ConsoleApi(platform.service("console"));
            var teller = new Teller(out);
            var scene = new Scene(teller, developer, webhook, live, console, sink);
            play(isRehearsal ? Story.beginning(scene) : Story.whole(scene), platform);
        }
    }

    private void play(Story story, Platform platform) {
        try {
            var took = story.tell();
            out.println();
            took.forEach((title, time) -> out.printf("%6.1f s  %s%n", seconds(time), title));
        } catch (StepFailed e) {
            var ended = platform.ended();
            throw ended.isEmpty() ? e : e.and("Not running any more: " + String.join(", ", ended));
        }
    }

    /** Requests to checkout, until it is closed. */
    static LoadGenerator trafficTo(Platform platform) {
        var target =
                new LoadGenerator.Target(
                        platform.kubeconfig(),
                        Story.NAMESPACE,
                        "checkout",
                        platform.bootstrapServers(),
                        platform.registryApi().toString());
        return StepFailed.expecting(
                "requests to checkout to begin", () -> LoadGenerator.start(target));
    }

    private long secondsSoFar() {
        return Duration.between(from, Instant.now()).toSeconds();
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}
