package io.dabbawala.bench;

import static io.dabbawala.bench.fleet.Fleet.name;

import io.dabbawala.bench.DeliveryBench.Sites;
import io.dabbawala.bench.figure.Figure;
import io.dabbawala.bench.figure.Report;
import io.dabbawala.bench.figure.Samples;
import io.dabbawala.bench.fleet.Fleet;
import io.dabbawala.bench.kubernetes.Observer;
import java.time.Duration;
import java.util.ArrayList;

/** The same change among few and among many applications, and fetched by the git program. */
final class Growth {

    private static final int FEW = 50;
    private static final int MANY = 5000;
    private static final int SAMPLES = 31;
    private static final Duration PATIENCE = Duration.ofMinutes(15);

    private final Report report;

    Growth(Report report) {
        this.report = report;
    }

    private record Measured(Duration median, double requests, long liveHeap) {

        double millis() {
            return median.toNanos() / 1e6;
        }
    }

    /**
     * @param git where the {@code git} program fetches instead of JGit
     */
    void run(Sites sites, Sites git) {
        report.chapter("One of %d, and one of %d".formatted(FEW, MANY));
        var program = measure(git, FEW);
        report.add(Figure.told("by the git program, p50", program.millis(), "ms"));
        var few = measure(sites, FEW);
        report.add(Figure.told("by JGit, p50", few.millis(), "ms"));
        var many = measure(sites, MANY);
        report.add(
                Figure.of(
                        "T(1 of %d) / T(1 of %d)".formatted(MANY, FEW),
                        many.median().toNanos() / (double) few.median().toNanos(),
                        1.3,
                        "x"));
        report.add(
                Figure.of(
                        "API requests per change, the difference",
                        Math.abs(many.requests() - few.requests()),
                        0,
                        "requests"));
        report.add(
                Figure.of(
                        "live heap per application",
                        (many.liveHeap() - few.liveHeap()) / (double) (MANY - FEW),
                        40,
                        "KiB"));
    }

    private Measured measure(Sites sites, int applications) {
        var fleet = new Fleet(applications, Fleet.Shape.CONFIG_MAP);
        try (var site = sites.open(0, fleet);
                var observer = Observer.ofValues(site.server())) {
            site.install("first");
            observer.awaitAll(applications, "first"::equals, PATIENCE);
            Quiet.await(site, Duration.ofSeconds(5));
            times(site, observer, "warm"); // both are equally warm then
            Quiet.await(site, Duration.ofSeconds(5));
            var before = PushOne.requests(site);
            var samples = times(site, observer, "measured");
            Quiet.await(site, Duration.ofSeconds(5));
            var sent = PushOne.requests(site).since(before);
            var requests = sent.total() / (double) SAMPLES;
            var median = samples.quantile(0.5);
            report.progress(
                    "1 of %d: p50 %.1f ms, %.2f requests a change (%s)"
                            .formatted(applications, median.toNanos() / 1e6, requests, sent));
            return new Measured(median, requests, site.liveHeapOfEngine());
        }
    }

    private static Samples times(Site site, Observer observer, String word) {
        var times = new ArrayList<Duration>();
        for (int i = 0; i < SAMPLES; i++) {
            var application = i % FEW;
            long told = site.change(application, word + i);
            times.add(
                    Duration.ofNanos(observer.await(name(application), word + i, PATIENCE) - told));
        }
        return Samples.of(times);
    }
}
