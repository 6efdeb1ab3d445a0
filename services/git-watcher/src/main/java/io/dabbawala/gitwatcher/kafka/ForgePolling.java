package io.dabbawala.gitwatcher.kafka;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
public class ForgePolling {

    private final ForgeRounds rounds;

    ForgePolling(ForgeRounds rounds) {
        this.rounds = rounds;
    }

    /** A forge that takes long keeps only the others waiting. */
    @Scheduled(every = "2s", concurrentExecution = ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void poll() {
        rounds.go();
    }
}
