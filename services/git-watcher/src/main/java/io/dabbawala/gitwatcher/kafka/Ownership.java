package io.dabbawala.gitwatcher.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.dabbawala.events.Topics;
import io.dabbawala.gitwatcher.declare.repository.Source;
import io.dabbawala.gitwatcher.declare.repository.Sources;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.apache.kafka.common.TopicPartition;

/**
 * Which repositories are this instance's: those whose hints fall into its partitions of {@code
 * pushes}. Every repository is exactly one instance's, except while partitions move, when it is
 * nobody's. An application is decided on where its source is, when that moves: one that is declared
 * in a repository of another instance waits for the next push to its source.
 */
public final class Ownership {

    private final Sources sources;
    private final Consumer<Source> taken;
    private final BooleanSupplier isInDoubt;
    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private volatile Share share = new Share(Set.of(), 0, 0);

    /**
     * @param all how many partitions there are
     * @param moves how often some came or went
     */
    private record Share(Set<Integer> partitions, int all, long moves) {

        Share with(Collection<Integer> more, int count) {
            var now = new TreeSet<>(partitions);
            now.addAll(more);
            return new Share(now, count, moves + 1);
        }

        Share without(Collection<Integer> gone) {
            var now = new TreeSet<>(partitions);
            now.removeAll(gone);
            return new Share(now, all, moves + 1);
        }
    }

    /**
     * @param taken is told of each repository that is this instance's after partitions moved, also
     *     of those that were before: somebody who was stopped may have spoken in between
     * @param isInDoubt whether others may have what is ours without our having heard of it: then
     *     nothing is
     */
    public Ownership(Sources sources, Consumer<Source> taken, BooleanSupplier isInDoubt) {
        this.sources = sources;
        this.taken = taken;
        this.isInDoubt = isInDoubt;
    }

    public boolean owns(String repository) {
        var now = share;
        return now.all() > 0
                && !isInDoubt.getAsBoolean()
                && now.partitions().contains(partitionOf(repository, now.all()));
    }

    /** Does it if the repository is ours, and keeps it ours until it is done. */
    void whileOwned(String repository, Runnable deed) {
        lock.readLock().lock();
        try {
            if (owns(repository)) {
                deed.run();
            }
        } finally {
            lock.readLock().unlock();
        }
    }

    /** Others say things too, so that what was said has to be read again. */
    boolean isShared() {
        var now = share;
        return now.partitions().size() < now.all();
    }

    /** How often partitions came or went: in between others may have said things. */
    long moves() {
        return share.moves();
    }

    /**
     * @param count how many partitions the topic has
     */
    void assigned(Collection<TopicPartition> more, int count) {
        move(before -> before.with(numbers(more), count));
        sources.all().stream().filter(source -> owns(source.name())).forEach(taken);
    }

    /** What is ours is from now on ours anew: something may have been missed. */
    public void renewed() {
        assigned(List.of(), share.all());
    }

    /** Returns when nothing goes on that needs one of them. */
    void revoked(Collection<TopicPartition> gone) {
        move(before -> before.without(numbers(gone)));
    }

    private void move(UnaryOperator<Share> move) {
        lock.writeLock().lock();
        try {
            share = move.apply(share);
        } finally {
            lock.writeLock().unlock();
        }
    }

    private static List<Integer> numbers(Collection<TopicPartition> partitions) {
        return partitions.stream()
                .filter(one -> one.topic().equals(Topics.PUSHES))
                .map(TopicPartition::partition)
                .toList();
    }

    /** As a producer chooses it for the key of a hint. */
    private static int partitionOf(String repository, int all) {
        return BuiltInPartitioner.partitionForKey(repository.getBytes(UTF_8), all);
    }
}
