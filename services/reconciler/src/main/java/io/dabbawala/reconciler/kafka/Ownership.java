package io.dabbawala.reconciler.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.dabbawala.events.Topics;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;
import java.util.function.UnaryOperator;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/**
 * Which applications this instance speaks and acts for: those whose verdicts it is given. Every
 * application is one instance's, except while partitions move, when it is nobody's.
 */
public final class Ownership {

    private static final Logger LOG = Logger.getLogger(Ownership.class);

    /** Others of the group wait for as long: a turn that a cluster holds up is not waited for. */
    private static final long LONGEST_WAIT_SECONDS = 10;

    private final BooleanSupplier isInDoubt;
    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private volatile Share share = new Share(Map.of(), 0, 0);

    /**
     * @param since of each partition, the move that brought it
     * @param all how many partitions there are
     * @param moves how often some came or went
     */
    private record Share(Map<Integer, Long> since, int all, long moves) {

        Share with(List<Integer> more, int count) {
            var now = new TreeMap<>(since);
            more.forEach(one -> now.put(one, moves + 1));
            return new Share(now, count, moves + 1);
        }

        Share without(List<Integer> gone) {
            var now = new TreeMap<>(since);
            gone.forEach(now::remove);
            return new Share(now, all, moves + 1);
        }
    }

    /**
     * @param isInDoubt whether others may have what is ours without our having heard of it: then
     *     nothing is
     */
    public Ownership(BooleanSupplier isInDoubt) {
        this.isInDoubt = isInDoubt;
    }

    /**
     * Does it with the name of the time since when the application is ours, and keeps it ours until
     * it is done; with 0 if it is not. As long as nothing is known of that, nothing is done.
     */
    void during(String application, LongConsumer deed) {
        if (share.all() == 0) {
            return;
        }
        lock.readLock().lock();
        try {
            var since = since(application);
            if (since > 0) {
                deed.accept(since);
                return;
            }
        } finally {
            lock.readLock().unlock();
        }
        deed.accept(0);
    }

    /** Whether nothing has happened that could have given the application to somebody else. */
    boolean isStill(String application, long since) {
        return since(application) == since;
    }

    private long since(String application) {
        if (isInDoubt.getAsBoolean()) {
            return 0;
        }
        var now = share;
        var partition = BuiltInPartitioner.partitionForKey(application.getBytes(UTF_8), now.all());
        return now.since().getOrDefault(partition, 0L);
    }

    /**
     * @param count how many partitions the topic has
     */
    void assigned(Collection<TopicPartition> more, int count) {
        move(before -> before.with(numbers(more), count));
    }

    /** Returns when no turn goes on that needs one of them. */
    void revoked(Collection<TopicPartition> gone) {
        move(before -> before.without(numbers(gone)));
    }

    /** What is ours is from now on ours anew: something may have been missed. */
    void renewed() {
        move(before -> before.with(List.copyOf(before.since().keySet()), before.all()));
    }

    private void move(UnaryOperator<Share> move) {
        var isAlone = false;
        try {
            isAlone = lock.writeLock().tryLock(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS);
            if (!isAlone) {
                LOG.warn("partitions move although a turn goes on");
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        share(move);
        if (isAlone) {
            lock.writeLock().unlock();
        }
    }

    private synchronized void share(UnaryOperator<Share> move) {
        share = move.apply(share);
    }

    private static List<Integer> numbers(Collection<TopicPartition> partitions) {
        return partitions.stream()
                .filter(one -> one.topic().equals(Topics.GATE_VERDICTS))
                .map(TopicPartition::partition)
                .toList();
    }
}
