package io.dabbawala.bench;

import io.dabbawala.bench.DeliveryBench.Sites;
import io.dabbawala.bench.figure.Figure;
import io.dabbawala.bench.figure.Report;
import io.dabbawala.bench.fleet.Fleet;
import io.dabbawala.bench.kubernetes.FloorClient;
import io.dabbawala.bench.kubernetes.FloorClient.Write;
import io.dabbawala.bench.kubernetes.Observer;
import java.time.Duration;
import java.util.List;

/** One commit changes every application, one object each; nothing but the API server runs. */
final class ChangeAll {

    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final int ROUNDS = 3;

    private final Report report;

    ChangeAll(Report report) {
        this.report = report;
    }

    void run(Sites sites, int applications) {
        report.chapter(
                "All of %d applications change, on the API server alone".formatted(applications));
        var fleet = new Fleet(applications, Fleet.Shape.CONFIG_MAP);
        try (var site = sites.open(0, fleet);
                var observer = Observer.ofValues(site.server())) {
            site.install("first");
            observer.awaitAll(applications, "first"::equals, PATIENCE);
            Quiet.await(site, Duration.ofSeconds(5));
            var floor = new FloorClient(site.server());
            floor.send(writes(fleet, "first")); // so that they are there, and all is warm
            double best = Double.MAX_VALUE;
            double seconds = Double.MAX_VALUE;
            for (int round = 0; round < ROUNDS; round++) {
                var value = "round-" + round;
                var requests = PushOne.requests(site);
                long told = site.changeAll(value);
                long last = observer.awaitAll(applications, value::equals, PATIENCE);
                double ours = (last - told) / 1e9;
                Quiet.await(site, Duration.ofSeconds(3));
                var sent = PushOne.requests(site).since(requests);
                double least = floor.send(writes(fleet, value)).toNanos() / 1e9;
                report.progress(
                        "%.1f s, floor client %.1f s; requests: %s".formatted(ours, least, sent));
                best = Math.min(best, ours / least);
                seconds = Math.min(seconds, ours);
                Quiet.await(site, Duration.ofSeconds(3));
            }
            report.add(Figure.of("all applied", seconds, 12, "s"));
            report.add(Figure.of("all applied, over the floor client", best, 1.5, "x"));
        }
    }

    /** As many objects of the same kind and size, of which the product knows nothing. */
    private static List<Write> writes(Fleet fleet, String value) {
        return fleet.all().mapToObj(one -> Write.of(unwatched(one, value))).toList();
    }

    private static String unwatched(int application, String value) {
        return Fleet.config(application, value)
                .replace("name: app-", "name: floor-")
                .replace("bench: fleet", "bench: floor");
    }
}
