package io.dabbawala.platform;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Makes what every service shares into beans. */
final class PlatformWiring {

    @Produces
    @Singleton
    Clock clock() {
        return Clock.systemUTC();
    }

    @Produces
    @Singleton
    Pulse pulse(Clock clock) {
        return Pulse.start(clock);
    }

    void close(@Disposes Pulse pulse) {
        pulse.close();
    }

    @Produces
    @Singleton
    EventCodec codec(
            @ConfigProperty(name = "dabbawala.registry.url") String url,
            @ConfigProperty(name = "dabbawala.registry.auto-register") boolean autoRegister) {
        return EventCodec.withRegistry(url, autoRegister);
    }

    @Produces
    @Singleton
    Outbox outbox(EventCodec codec) {
        return new Outbox(codec);
    }

    @Produces
    @Singleton
    Inbox inbox(EventCodec codec, DeadLetters deadLetters) {
        return new Inbox(codec, deadLetters);
    }

    @Produces
    @Singleton
    KafkaProducer<String, byte[]> deadLetterProducer(
            @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers) {
        return new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers",
                        bootstrapServers,
                        "acks",
                        "all",
                        "linger.ms",
                        0,
                        "compression.type",
                        "zstd",
                        "max.request.size",
                        6 << 20),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    void close(@Disposes KafkaProducer<String, byte[]> producer) {
        producer.close(Duration.ofSeconds(5));
    }

    @Produces
    @Singleton
    DeadLetters deadLetters(
            KafkaProducer<String, byte[]> producer,
            EventCodec codec,
            MeterRegistry meters,
            Clock clock,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        return new KafkaDeadLetters(producer, codec, meters, service, clock);
    }
}
