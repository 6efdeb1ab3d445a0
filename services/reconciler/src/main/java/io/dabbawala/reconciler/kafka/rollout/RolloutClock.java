package io.dabbawala.reconciler.kafka.rollout;

import io.dabbawala.reconciler.cluster.Cluster;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Has rollouts looked at when something in the cluster changed, and when time has passed. */
@ApplicationScoped
public class RolloutClock {

    private final RolloutLooks looks;
    private final Cluster cluster;

    RolloutClock(RolloutLooks looks, Cluster cluster) {
        this.looks = looks;
        this.cluster = cluster;
    }

    void start(@Observes StartupEvent event) {
        cluster.watch(looks::seen);
    }

    @Scheduled(
            every = "${reconciler.rollout.look-interval:PT10S}",
            concurrentExecution = ConcurrentExecution.SKIP)
    void tick() {
        looks.all();
    }
}
