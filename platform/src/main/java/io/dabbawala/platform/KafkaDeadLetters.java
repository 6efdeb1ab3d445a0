package io.dabbawala.platform;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.dabbawala.events.DeadLetter;
import io.dabbawala.events.Topics;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.util.HashMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Keeps dead letters on their topic: a counter, a log line, and the bytes as they were. */
final class KafkaDeadLetters implements DeadLetters {

    private static final Logger LOG = Logger.getLogger(KafkaDeadLetters.class);

    private final Producer<String, byte[]> producer;
    private final EventCodec codec;
    private final MeterRegistry meters;
    private final String service;
    private final Clock clock;

    KafkaDeadLetters(
            Producer<String, byte[]> producer,
            EventCodec codec,
            MeterRegistry meters,
            String service,
            Clock clock) {
        this.producer = producer;
        this.codec = codec;
        this.meters = meters;
        this.service = service;
        this.clock = clock;
    }

    @Override
    public void keep(
            RecordAddress address,
            @Nullable String key,
            byte[] value,
            Headers headers,
            String reason) {
        var now = clock.instant();
        var letter =
                DeadLetter.newBuilder()
                        .setTopic(address.topic())
                        .setPartition(address.partition())
                        .setOffset(address.offset())
                        .setKey(key == null ? null : ByteBuffer.wrap(key.getBytes(UTF_8)))
                        .setValue(ByteBuffer.wrap(value))
                        .setHeaders(copyOf(headers))
                        .setService(service)
                        .setReason(reason)
                        .setKeptAt(now)
                        .build();
        var record =
                new ProducerRecord<>(
                        Topics.DEAD_LETTERS,
                        address.topic(),
                        codec.encode(Topics.DEAD_LETTERS, letter));
        Envelope.of(headers, address)
                .causes(service, "DeadLetter", address.topic(), service + "|" + address, now)
                .writeTo(record.headers());
        send(record);
        meters.counter("dabbawala_dead_letters", "topic", address.topic()).increment();
        LOG.warnf("dead letter: record=%s reason=%s", address, reason);
    }

    private void send(ProducerRecord<String, byte[]> record) {
        try {
            producer.send(record).get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(
                    "keep a dead letter of " + record.key() + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(
                    "interrupted while keeping a dead letter of " + record.key(), e);
        }
    }

    private static HashMap<String, ByteBuffer> copyOf(Headers headers) {
        var copy = new HashMap<String, ByteBuffer>();
        headers.forEach(
                header -> {
                    if (header.value() != null) {
                        copy.put(header.key(), ByteBuffer.wrap(header.value()));
                    }
                });
        return copy;
    }
}
