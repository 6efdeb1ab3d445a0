package io.dabbawala.reconciler;

import io.dabbawala.platform.Outbox;
import io.dabbawala.reconciler.cluster.Cluster;
import io.dabbawala.reconciler.kafka.rollout.RolloutLooks;
import io.dabbawala.reconciler.rollout.RolloutFields;
import io.dabbawala.reconciler.rollout.Rollouts;
import io.smallrye.reactive.messaging.MutinyEmitter;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.concurrent.Executors;
import org.eclipse.microprofile.reactive.messaging.Channel;

/** Makes the plain objects of the rollouts into beans. */
final class RolloutWiring {

    @Produces
    @Singleton
    Rollouts rollouts(Cluster cluster, Clock clock) {
        return new Rollouts(cluster, clock);
    }

    @Produces
    @Singleton
    RolloutFields fields(Rollouts rollouts, Cluster cluster) {
        return new RolloutFields(rollouts, cluster);
    }

    @Produces
    @Singleton
    RolloutLooks looks(
            Rollouts rollouts,
            Outbox outbox,
            @Channel("rollout-progress") MutinyEmitter<byte[]> progress,
            Clock clock) {
        return new RolloutLooks(
                rollouts,
                outbox,
                progress::sendMessageAndAwait,
                Executors.newVirtualThreadPerTaskExecutor(),
                clock);
    }
}
