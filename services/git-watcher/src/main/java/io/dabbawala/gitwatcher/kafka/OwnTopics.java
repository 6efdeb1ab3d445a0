package io.dabbawala.gitwatcher.kafka;

import io.dabbawala.events.Declared;
import io.dabbawala.events.DesiredState;
import io.dabbawala.events.Topics;
import io.dabbawala.gitwatcher.declare.Announcement;
import io.dabbawala.gitwatcher.declare.Ledger;
import io.dabbawala.platform.Inbox;
import io.dabbawala.platform.Reading;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * Reads what was said back from the topics this service alone writes, from their first record to
 * their last.
 */
public final class OwnTopics implements Memory {

    private static final Duration PAUSE = Duration.ofMillis(200);

    private final Map<String, Object> broker;
    private final Inbox inbox;

    public OwnTopics(Map<String, Object> broker, Inbox inbox) {
        this.broker = Map.copyOf(broker);
        this.inbox = inbox;
    }

    @Override
    public Ledger read() {
        var ledger = new Ledger();
        try (var consumer = consumer()) {
            replay(consumer, Topics.DECLARATIONS, message -> declaration(message, ledger));
            replay(consumer, Topics.DESIRED_STATES, message -> desiredState(message, ledger));
        }
        return ledger;
    }

    private void declaration(ConsumerRecord<String, byte[]> message, Ledger ledger) {
        switch (inbox.read(message, Declared.class)) {
            case Reading.Event<Declared>(_, var event, _) ->
                    ledger.keep(new Announcement.Declared(DeclarationMessages.read(event)));
            case Reading.Removed<Declared>(var key, _) ->
                    ledger.keep(new Announcement.Withdrawn(key, ""));
            case Reading.Unreadable<Declared> _ -> {}
        }
    }

    private void desiredState(ConsumerRecord<String, byte[]> message, Ledger ledger) {
        switch (inbox.read(message, DesiredState.class)) {
            case Reading.Event<DesiredState>(_, var event, _) ->
                    ledger.keep(new Announcement.Desired(DesiredStateMessages.read(event)));
            case Reading.Removed<DesiredState>(var key, _) -> ledger.forget(key);
            case Reading.Unreadable<DesiredState> _ -> {}
        }
    }

    private static void replay(
            KafkaConsumer<String, byte[]> consumer,
            String topic,
            Consumer<ConsumerRecord<String, byte[]>> reader) {
        var partitions =
                consumer.partitionsFor(topic).stream()
                        .map(info -> new TopicPartition(topic, info.partition()))
                        .toList();
        if (partitions.isEmpty()) {
            throw new IllegalStateException("topic %s does not exist".formatted(topic));
        }
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        var ends = consumer.endOffsets(partitions);
        while (isBefore(ends, consumer, partitions)) {
            consumer.poll(PAUSE).forEach(reader);
        }
    }

    private static boolean isBefore(
            Map<TopicPartition, Long> ends,
            KafkaConsumer<String, byte[]> consumer,
            List<TopicPartition> partitions) {
        return partitions.stream().anyMatch(one -> consumer.position(one) < ends.get(one));
    }

    private KafkaConsumer<String, byte[]> consumer() {
        var settings = new HashMap<>(broker);
        settings.put("client.id", "git-watcher-own-topics");
        settings.put("enable.auto.commit", false);
        settings.put("isolation.level", "read_committed");
        settings.put("auto.offset.reset", "earliest");
        settings.put("max.partition.fetch.bytes", 6 << 20);
        settings.remove("group.id");
        return new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
    }
}
