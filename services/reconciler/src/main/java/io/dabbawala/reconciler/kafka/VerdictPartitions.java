package io.dabbawala.reconciler.kafka;

import io.dabbawala.events.Topics;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.reactive.messaging.kafka.KafkaConsumerRebalanceListener;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;

/** Hears which partitions of {@code gate-verdicts} come and go. */
@ApplicationScoped
@Identifier("verdict-partitions")
public class VerdictPartitions implements KafkaConsumerRebalanceListener {

    private final Ownership ownership;
    private final Applications applications;

    VerdictPartitions(Ownership ownership, Applications applications) {
        this.ownership = ownership;
        this.applications = applications;
    }

    @Override
    public void onPartitionsAssigned(
            Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        ownership.assigned(partitions, consumer.partitionsFor(Topics.GATE_VERDICTS).size());
        applications.taken();
    }

    @Override
    public void onPartitionsRevoked(
            Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        ownership.revoked(partitions);
    }

    @Override
    public void onPartitionsLost(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        ownership.revoked(partitions);
    }
}
