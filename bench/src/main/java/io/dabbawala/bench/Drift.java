package io.dabbawala.bench;

import static io.dabbawala.bench.fleet.Fleet.name;
import static io.dabbawala.bench.fleet.Fleet.namespace;

import io.dabbawala.bench.figure.Figure;
import io.dabbawala.bench.figure.Report;
import io.dabbawala.bench.figure.Samples;
import io.dabbawala.bench.kafka.Listener;
import io.dabbawala.bench.kubernetes.Observer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.locks.LockSupport;

/** Somebody edits a live object, another one each time, then the same one again and again. */
final class Drift {

    private static final int OBJECTS = 30;
    private static final int SAME_OBJECT = 10;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final Report report;
    private final ArrayList<Duration> found = new ArrayList<>();
    private final ArrayList<Duration> healed = new ArrayList<>();

    Drift(Report report) {
        this.report = report;
    }

    void run(Site site, Observer observer) {
        report.chapter("Somebody edits a live object");
        site.changeAll("declared");
        observer.awaitAll(site.fleet().applications(), "declared"::equals, Duration.ofMinutes(5));
        Quiet.await(site, Duration.ofSeconds(5));
        try (var drifts = new Listener(site.bootstrapServers(), "drifts")) {
            for (int i = 0; i < OBJECTS; i++) {
                int application = i % site.fleet().applications();
                edit(site, observer, drifts, application, "edit-" + i);
                LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
            }
            report.latency(
                    "edit -> DriftFound",
                    Samples.of(found),
                    Duration.ofMillis(15),
                    Duration.ofMillis(100));
            report.latency(
                    "edit -> healed",
                    Samples.of(healed),
                    Duration.ofMillis(60),
                    Duration.ofMillis(300));
            again(site, observer, drifts);
        }
    }

    private void again(Site site, Observer observer, Listener drifts) {
        healed.clear();
        for (int i = 0; i < SAME_OBJECT; i++) {
            long from = System.nanoTime();
            edit(site, observer, drifts, 0, "again-" + i);
            LockSupport.parkNanos(SECOND.toNanos() - (System.nanoTime() - from));
        }
        report.add(
                Figure.of(
                        "the tenth edit of one object, at one a second -> healed",
                        healed.getLast().toNanos() / 1e6,
                        300,
                        "ms"));
    }

    private void edit(
            Site site, Observer observer, Listener drifts, int application, String value) {
        long before = System.nanoTime();
        site.server()
                .edit(
                        "/api/v1/namespaces/%s/configmaps/%s"
                                .formatted(namespace(application), name(application)),
                        "{\"data\":{\"value\":\"%s\"}}".formatted(value),
                        "kubectl-edit");
        long edited = System.nanoTime();
        found.add(
                Duration.ofNanos(
                        drifts.await("argocd/" + name(application), before, PATIENCE) - edited));
        healed.add(
                Duration.ofNanos(
                        observer.awaitAfter(name(application), "declared", before, PATIENCE)
                                - edited));
    }
}
