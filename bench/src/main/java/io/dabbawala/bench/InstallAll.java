package io.dabbawala.bench;

import io.dabbawala.bench.DeliveryBench.Sites;
import io.dabbawala.bench.figure.Figure;
import io.dabbawala.bench.figure.Report;
import io.dabbawala.bench.fleet.Fleet;
import io.dabbawala.bench.kubernetes.ApiServer;
import io.dabbawala.bench.kubernetes.FloorClient;
import io.dabbawala.bench.kubernetes.FloorClient.Write;
import io.dabbawala.bench.kubernetes.Observer;
import io.dabbawala.local.Layout;
import io.dabbawala.local.cluster.ClusterChoice;
import io.dabbawala.local.cluster.RunningCluster;
import io.dabbawala.local.process.Guard;
import io.dabbawala.local.process.Program;
import io.dabbawala.local.process.Programs;
import java.time.Duration;

/** Everything is installed at once, four objects an application, until all pods are ready. */
final class InstallAll {

    private static final int NODES = 4;
    private static final Duration PATIENCE = Duration.ofMinutes(15);

    private final Report report;

    InstallAll(Report report) {
        this.report = report;
    }

    void run(Sites sites, Layout layout, ClusterChoice plane, int applications) {
        report.chapter(
                "%d applications of four objects are installed, with controllers"
                        .formatted(applications));
        var fleet = new Fleet(applications, Fleet.Shape.FOUR_OBJECTS);
        double floor = floor(layout.fresh("floor"), plane, fleet);
        report.progress("floor client: all healthy in %.1f s".formatted(floor));
        try (var site = sites.open(NODES, fleet);
                var rollouts = Observer.ofRollouts(site.server())) {
            var requests = PushOne.requests(site);
            long told = site.install("first");
            double ours = (rollouts.awaitAll(applications, "ready"::equals, PATIENCE) - told) / 1e9;
            report.progress("requests: " + PushOne.requests(site).since(requests));
            report.add(Figure.told("all healthy", ours, "s"));
            report.add(Figure.of("all healthy, over the floor client", ours / floor, 1.3, "x"));
        }
    }

    private static double floor(Layout layout, ClusterChoice plane, Fleet fleet) {
        try (var guard = Guard.start();
                var programs = new Programs(layout.logs(), guard, Program.GRACE)) {
            var server = new ApiServer(RunningCluster.start(plane, layout, programs).kubeconfig());
            try (var rollouts = Observer.ofRollouts(server)) {
                var client = new FloorClient(server);
                client.createNamespaces(fleet.namespaces().toList());
                var writes =
                        fleet.all()
                                .boxed()
                                .flatMap(one -> fleet.objects(one, "first").stream())
                                .map(Write::of)
                                .toList();
                long from = System.nanoTime();
                client.send(writes);
                long last = rollouts.awaitAll(fleet.applications(), "ready"::equals, PATIENCE);
                return (last - from) / 1e9;
            }
        } finally {
            layout.removeData();
        }
    }
}
