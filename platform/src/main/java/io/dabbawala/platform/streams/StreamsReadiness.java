package io.dabbawala.platform.streams;

import org.apache.kafka.streams.KafkaStreams;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/** Red until the state is there and every partition has somebody who follows it. */
public final class StreamsReadiness implements HealthCheck {

    private final String promise;
    private final KafkaStreams streams;

    /**
     * @param promise what is true when it is green: {@code Plans are judged}
     */
    public StreamsReadiness(String promise, KafkaStreams streams) {
        this.promise = promise;
        this.streams = streams;
    }

    @Override
    public HealthCheckResponse call() {
        var state = streams.state();
        return HealthCheckResponse.named(promise)
                .status(state == KafkaStreams.State.RUNNING)
                .withData("state", state.name())
                .build();
    }
}
