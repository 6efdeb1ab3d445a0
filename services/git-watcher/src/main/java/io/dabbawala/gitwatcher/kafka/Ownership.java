package io.dabbawala.gitwatcher.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.dabbawala.events.Topics;
import io.dabbawala.gitwatcher.declare.Source;
import io.dabbawala.gitwatcher.declare.Sources;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.apache.kafka.common.TopicPartition;

/**
 * Which repositories are this instance's: those whose hints fall into its partitions of {@code
 * pushes}. Every repository is exactly one instance's, except while partitions move, when it is
 * nobody's.
 */
public final class Ownership {

    private final Sources sources;
    private final Consumer<Source> taken;
    private final Set<Integer> partitions = new TreeSet<>();
    private int all;

    /**
     * @param taken is told of each repository that becomes this instance's
     */
    public Ownership(Sources sources, Consumer<Source> taken) {
        this.sources = sources;
        this.taken = taken;
    }

    public synchronized boolean owns(String repository) {
        return all > 0 && partitions.contains(partitionOf(repository));
    }

    /** Others say things too, so that what was said has to be read again. */
    public synchronized boolean isShared() {
        return partitions.size() < all;
    }

    /**
     * @param count how many partitions the topic has
     */
    synchronized void assigned(Collection<TopicPartition> more, int count) {
        all = count;
        var fresh = numbers(more);
        partitions.addAll(fresh);
        sources.all().stream()
                .filter(source -> fresh.contains(partitionOf(source.name())))
                .forEach(taken);
    }

    synchronized void revoked(Collection<TopicPartition> gone) {
        partitions.removeAll(numbers(gone));
    }

    private static List<Integer> numbers(Collection<TopicPartition> partitions) {
        return partitions.stream()
                .filter(one -> one.topic().equals(Topics.PUSHES))
                .map(TopicPartition::partition)
                .toList();
    }

    /** As a producer chooses it for the key of a hint. */
    private int partitionOf(String repository) {
        return BuiltInPartitioner.partitionForKey(repository.getBytes(UTF_8), all);
    }
}
