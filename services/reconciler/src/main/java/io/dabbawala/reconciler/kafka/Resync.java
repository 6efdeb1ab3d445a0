package io.dabbawala.reconciler.kafka;

import io.dabbawala.platform.Pulse;
import io.dabbawala.reconciler.ReconcilerConfig;
import io.dabbawala.reconciler.cluster.Cluster;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Starts reading and watching, and looks at everything anew once in an interval, at a part each
 * second: a push that comes meanwhile waits for none of it.
 */
@ApplicationScoped
public class Resync {

    private final Applications applications;
    private final DesiredStates desiredStates;
    private final Commands commands;
    private final Cluster cluster;
    private final Pulse pulse;
    private final int parts;
    private int next;

    Resync(
            Applications applications,
            DesiredStates desiredStates,
            Commands commands,
            Cluster cluster,
            Pulse pulse,
            ReconcilerConfig config) {
        this.applications = applications;
        this.desiredStates = desiredStates;
        this.commands = commands;
        this.cluster = cluster;
        this.pulse = pulse;
        this.parts = (int) Math.max(1, config.resyncInterval().toSeconds());
    }

    void start(@Observes StartupEvent event) {
        pulse.whenCertainAgain(applications::renew);
        cluster.watch(applications::changed);
        desiredStates.start();
        commands.start();
    }

    void stop(@Observes ShutdownEvent event) {
        commands.close();
        desiredStates.close();
    }

    @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
    void resync() {
        if (applications.isLoaded()) {
            applications.resync(next, parts);
            next = (next + 1) % parts;
        }
    }
}
