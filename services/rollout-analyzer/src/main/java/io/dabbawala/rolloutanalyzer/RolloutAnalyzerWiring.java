package io.dabbawala.rolloutanalyzer;

import io.dabbawala.platform.DeadLetters;
import io.dabbawala.platform.EventCodec;
import io.dabbawala.rolloutanalyzer.judge.Judge;
import io.dabbawala.rolloutanalyzer.kafka.Judging;
import io.dabbawala.rolloutanalyzer.kafka.RolloutTopology;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;
import org.jboss.logging.Logger;

/** Makes the plain objects of this service into beans. */
final class RolloutAnalyzerWiring {

    private static final Logger LOG = Logger.getLogger(RolloutAnalyzerWiring.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    @Produces
    @Singleton
    Topology topology(
            EventCodec codec,
            DeadLetters deadLetters,
            MeterRegistry meters,
            RolloutAnalyzerConfig config) {
        if (config.minimumRequests() < 1) {
            throw new IllegalArgumentException(
                    "rollout-analyzer.minimum-requests: %d is not at least 1"
                            .formatted(config.minimumRequests()));
        }
        var judging = new Judging(new Judge(config.minimumRequests()), config.maxBlind());
        return RolloutTopology.build(codec, deadLetters, judging, meters);
    }

    /** A thread that ends is followed by one that begins where the last commit was. */
    @Produces
    @Singleton
    StreamsUncaughtExceptionHandler anotherThread() {
        return failure -> {
            LOG.error("a stream thread ended, another one begins", failure);
            try {
                Thread.sleep(PAUSE);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
            return StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse.REPLACE_THREAD;
        };
    }
}
