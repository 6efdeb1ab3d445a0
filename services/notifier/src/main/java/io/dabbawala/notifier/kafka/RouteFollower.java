package io.dabbawala.notifier.kafka;

import io.dabbawala.events.Declared;
import io.dabbawala.events.Topics;
import io.dabbawala.notifier.route.RouteBook;
import io.dabbawala.platform.Inbox;
import io.dabbawala.platform.Reading;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/**
 * Keeps the book of routes as declared: reads the topic from its first record at every start, and
 * follows it from there on.
 */
public final class RouteFollower implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(RouteFollower.class);
    private static final String KIND = "NotificationRoute/";
    private static final String GROUP = "dabbawala.io/";
    private static final Duration WAIT = Duration.ofMillis(200);
    private static final int PATIENCE_SECONDS = 30;

    private final Consumers consumers;
    private final Inbox inbox;
    private final RouteBook book;
    private final NoticeDesk desk;
    private final Map<TopicPartition, Long> next = new HashMap<>();
    private final CountDownLatch unread = new CountDownLatch(1);
    private final CountDownLatch open = new CountDownLatch(1);

    public RouteFollower(Consumers consumers, Inbox inbox, RouteBook book, NoticeDesk desk) {
        this.consumers = consumers;
        this.inbox = inbox;
        this.book = book;
        this.desk = desk;
    }

    public void start() {
        Thread.ofPlatform().daemon().name("routes").start(this::follow);
    }

    @Override
    public void close() {
        open.countDown();
    }

    boolean hasReadAll() {
        return unread.getCount() == 0;
    }

    /** Returns when every route declared before the start is known. */
    void awaitAll() {
        if (!await(unread, Duration.ofSeconds(PATIENCE_SECONDS))) {
            throw new IllegalStateException("the declared routes are not read yet");
        }
    }

    private void follow() {
        while (open.getCount() > 0) {
            try (var consumer = consumers.open("routes")) {
                follow(consumer);
            } catch (RuntimeException e) { // broker or registry away: go on where it was
                LOG.warnf("routes not followed, trying again: reason=%s", e.toString());
                await(open, Duration.ofSeconds(1));
            }
        }
    }

    private void follow(KafkaConsumer<String, byte[]> consumer) {
        var partitions = Consumers.partitions(consumer, Topics.DECLARATIONS);
        consumer.assign(partitions);
        consumer.beginningOffsets(partitions)
                .forEach((one, begin) -> consumer.seek(one, next.getOrDefault(one, begin)));
        var ends = consumer.endOffsets(partitions);
        while (open.getCount() > 0) {
            consumer.poll(WAIT).forEach(this::take);
            if (partitions.stream().allMatch(one -> consumer.position(one) >= ends.get(one))) {
                unread.countDown();
            }
        }
    }

    private void take(ConsumerRecord<String, byte[]> message) {
        if (String.valueOf(message.key()).startsWith(KIND)) {
            switch (inbox.read(message, Declared.class)) {
                case Reading.Event<Declared> event -> declare(event);
                case Reading.Removed<Declared>(var key, _) -> book.withdraw(key);
                case Reading.Unreadable<Declared> _ -> {}
            }
        }
        next.put(new TopicPartition(message.topic(), message.partition()), message.offset() + 1);
    }

    private void declare(Reading.Event<Declared> event) {
        if (!event.value().getApiVersion().startsWith(GROUP)) {
            return;
        }
        var problems = book.declare(event.key(), event.value().getJson());
        if (!problems.isEmpty()) {
            desk.report(new Misdeclared(event.key(), problems, event.envelope()));
        }
    }

    private static boolean await(CountDownLatch latch, Duration time) {
        try {
            return latch.await(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
