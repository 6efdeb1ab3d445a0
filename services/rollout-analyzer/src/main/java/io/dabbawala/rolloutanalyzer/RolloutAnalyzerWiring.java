package io.dabbawala.rolloutanalyzer;

import io.dabbawala.platform.DeadLetters;
import io.dabbawala.platform.EventCodec;
import io.dabbawala.platform.streams.AnotherThread;
import io.dabbawala.platform.streams.Intake;
import io.dabbawala.platform.streams.Pause;
import io.dabbawala.platform.streams.StreamsReadiness;
import io.dabbawala.rolloutanalyzer.judge.Judge;
import io.dabbawala.rolloutanalyzer.kafka.Judging;
import io.dabbawala.rolloutanalyzer.kafka.RolloutTopology;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.Topology;
import org.eclipse.microprofile.health.Readiness;

/** Makes the plain objects of this service into beans. */
final class RolloutAnalyzerWiring {

    @Produces
    @Singleton
    Topology topology(
            EventCodec codec, Intake intake, MeterRegistry meters, RolloutAnalyzerConfig config) {
        if (config.minimumRequests() < 1) {
            throw new IllegalArgumentException(
                    "rollout-analyzer.minimum-requests: %d is not at least 1"
                            .formatted(config.minimumRequests()));
        }
        var judging = new Judging(new Judge(config.minimumRequests()), config.maxBlind());
        return RolloutTopology.build(codec, intake, judging, meters);
    }

    @Produces
    @Singleton
    Intake intake(EventCodec codec, DeadLetters deadLetters, Pause pause) {
        return new Intake(codec, deadLetters, pause);
    }

    @Produces
    @Singleton
    Pause pause() {
        return new Pause(Duration.ofSeconds(1));
    }

    @Produces
    @Singleton
    AnotherThread anotherThread(Pause pause) {
        return new AnotherThread(pause);
    }

    @Produces
    @Singleton
    @Readiness
    StreamsReadiness readiness(KafkaStreams streams) {
        return new StreamsReadiness("Rollouts are followed", streams);
    }
}
