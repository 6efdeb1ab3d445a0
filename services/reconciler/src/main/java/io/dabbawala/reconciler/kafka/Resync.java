package io.dabbawala.reconciler.kafka;

import io.dabbawala.reconciler.plan.Cluster;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Starts reading and watching, and looks at everything anew from time to time. */
@ApplicationScoped
public class Resync {

    private final Applications applications;
    private final DesiredStates desiredStates;
    private final Commands commands;
    private final Cluster cluster;

    Resync(
            Applications applications,
            DesiredStates desiredStates,
            Commands commands,
            Cluster cluster) {
        this.applications = applications;
        this.desiredStates = desiredStates;
        this.commands = commands;
        this.cluster = cluster;
    }

    void start(@Observes StartupEvent event) {
        cluster.watch(applications::changed);
        desiredStates.start();
        commands.start();
    }

    void stop(@Observes ShutdownEvent event) {
        commands.close();
        desiredStates.close();
    }

    @Scheduled(every = "${reconciler.resync-interval:PT3M}", delayed = "PT1M")
    void resync() {
        if (applications.isLoaded()) {
            applications.resync();
        }
    }
}
