package io.dabbawala.bench;

import static io.dabbawala.bench.fleet.Fleet.name;

import io.dabbawala.bench.DeliveryBench.Sites;
import io.dabbawala.bench.figure.Figure;
import io.dabbawala.bench.figure.Report;
import io.dabbawala.bench.figure.Requests;
import io.dabbawala.bench.figure.Samples;
import io.dabbawala.bench.fleet.Fleet;
import io.dabbawala.bench.kafka.Listener;
import io.dabbawala.bench.kubernetes.Observer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

/** One application of many changes, then none, then somebody edits. */
final class PushOne {

    private static final int NODES = 2;
    private static final int WARM_UP = 10;
    private static final int SAMPLES = 40;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration QUIET = Duration.ofSeconds(5);

    private final Report report;

    PushOne(Report report) {
        this.report = report;
    }

    void run(Sites sites, int applications) {
        report.chapter("One of %d applications changes".formatted(applications));
        var fleet = new Fleet(applications, Fleet.Shape.FOUR_OBJECTS);
        try (var site = sites.open(NODES, fleet);
                var observer = Observer.ofValues(site.server());
                var rollouts = Observer.ofRollouts(site.server())) {
            site.install("first");
            observer.awaitAll(applications, "first"::equals, Duration.ofMinutes(10));
            rollouts.awaitAll(applications, "ready"::equals, Duration.ofMinutes(10));
            report.progress("installed and healthy");
            Quiet.await(site, QUIET);
            push(site, observer);
            nothing(site);
            new Drift(report).run(site, observer);
            memory(site, applications);
        }
    }

    private void push(Site site, Observer observer) {
        var random = new Random(7);
        var latencies = new ArrayList<Duration>();
        var before = new Requests(Map.of());
        for (int i = 0; i < WARM_UP + SAMPLES; i++) {
            if (i == WARM_UP) {
                Quiet.await(site, QUIET);
                before = requests(site);
            }
            var application = random.nextInt(site.fleet().applications());
            var value = "push-" + i;
            long told = site.change(application, value);
            long seen = observer.await(name(application), value, PATIENCE);
            if (i >= WARM_UP) {
                latencies.add(Duration.ofNanos(seen - told));
            }
        }
        Quiet.await(site, QUIET);
        var sent = requests(site).since(before);
        report.latency(
                "webhook -> applied",
                Samples.of(latencies),
                Duration.ofMillis(100),
                Duration.ofMillis(400));
        report.add(
                Figure.of(
                        "API requests per changed object",
                        sent.total() / (double) SAMPLES,
                        2,
                        "requests"));
        report.progress("all requests: " + sent);
    }

    private void nothing(Site site) {
        Quiet.await(site, QUIET);
        var before = requests(site);
        try (var commits = new Listener(site.bootstrapServers(), "commits");
                var states = new Listener(site.bootstrapServers(), "desired-states")) {
            long told = site.changeReadme("Better words.\n");
            Quiet.until(() -> commits.count(told) > 0, PATIENCE, "the commit was not detected");
            Quiet.await(site, QUIET);
            report.add(
                    Figure.of(
                            "API requests of a commit to the README only",
                            requests(site).since(before).total(),
                            0,
                            "requests"));
            report.add(
                    Figure.of("desired states published by it", states.count(told), 0, "events"));
        }
    }

    private void memory(Site site, int applications) {
        report.add(
                Figure.of(
                        "resident memory of git-watcher + reconciler at " + applications,
                        site.residentOfEngine() / 1024.0, // before anybody asks for a collection
                        350,
                        "MB"));
        long live = site.liveHeapOfEngine();
        report.add(Figure.told("live heap of git-watcher + reconciler", live / 1024.0, "MB"));
    }

    static Requests requests(Site site) {
        return site.server().requests(Stream.of("configmaps", "services", "serviceaccounts"));
    }
}
