package io.dabbawala.notifier.kafka;

import io.dabbawala.events.NoticeSettled;
import io.dabbawala.events.Topics;
import io.dabbawala.platform.Inbox;
import io.dabbawala.platform.Reading;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/**
 * Reads what was settled back from the topic this service alone writes, as far as it can matter: an
 * event that is still told was not settled before it happened.
 */
public final class NoticesTopic implements Memory {

    private static final Duration WAIT = Duration.ofMillis(200);

    /** What an outage may last before its events are no news any more. */
    private static final Duration LONGEST_OUTAGE = Duration.ofDays(1);

    private static final Duration SKEW = Duration.ofMinutes(10);

    private final Consumers consumers;
    private final Inbox inbox;
    private final Duration maxAge;
    private final Clock clock;

    /**
     * @param maxAge of events on the first start
     */
    public NoticesTopic(Consumers consumers, Inbox inbox, Duration maxAge, Clock clock) {
        this.consumers = consumers;
        this.inbox = inbox;
        this.maxAge = maxAge;
        this.clock = clock;
    }

    @Override
    public Past read() {
        try (var consumer = consumers.open("past")) {
            var begin = clock.instant().minus(isFirstStart(consumer) ? maxAge : LONGEST_OUTAGE);
            var past = new Past(begin);
            replay(consumer, begin.minus(SKEW), past);
            return past;
        }
    }

    /** Whether the group of the channel {@code events} has never finished a record. */
    private static boolean isFirstStart(KafkaConsumer<String, byte[]> consumer) {
        var partitions =
                EventConsumer.TOPICS.stream()
                        .flatMap(topic -> Consumers.partitions(consumer, topic).stream())
                        .collect(Collectors.toSet());
        return consumer.committed(partitions).values().stream().allMatch(it -> it == null);
    }

    private void replay(KafkaConsumer<String, byte[]> consumer, Instant from, Past past) {
        var partitions = Consumers.partitions(consumer, Topics.NOTICES);
        consumer.assign(partitions);
        var starts =
                consumer.offsetsForTimes(
                        partitions.stream()
                                .collect(
                                        Collectors.toMap(
                                                Function.identity(), _ -> from.toEpochMilli())));
        var ends = consumer.endOffsets(partitions);
        partitions.forEach(
                one -> {
                    var start = starts.get(one);
                    consumer.seek(one, start == null ? ends.get(one) : start.offset());
                });
        while (isBefore(consumer, partitions, ends)) {
            consumer.poll(WAIT).forEach(message -> keep(message, past));
        }
    }

    private static boolean isBefore(
            KafkaConsumer<String, byte[]> consumer,
            Set<TopicPartition> partitions,
            Map<TopicPartition, Long> ends) {
        return partitions.stream().anyMatch(one -> consumer.position(one) < ends.get(one));
    }

    private void keep(ConsumerRecord<String, byte[]> message, Past past) {
        switch (inbox.read(message, NoticeSettled.class)) {
            case Reading.Event<NoticeSettled>(_, var notice, _) -> past.claim(notice.getNotice());
            case Reading.Removed<NoticeSettled> _, Reading.Unreadable<NoticeSettled> _ -> {}
        }
    }
}
