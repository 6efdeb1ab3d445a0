package io.dabbawala.gitwatcher.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dabbawala.events.Topics;
import io.dabbawala.gitwatcher.InMemoryGit;
import io.dabbawala.gitwatcher.PlainPrograms;
import io.dabbawala.gitwatcher.declare.repository.DeliveryFolder;
import io.dabbawala.gitwatcher.declare.repository.Source;
import io.dabbawala.gitwatcher.declare.repository.Sources;
import io.dabbawala.gitwatcher.source.Renderer;
import io.dabbawala.gitwatcher.watch.RepositoryUrl;
import io.dabbawala.testkit.LocalKafka;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

/** Two instances and a real broker. */
class OwnershipTest {

    private static final List<String> NAMES =
            IntStream.range(0, 20).mapToObj("repository-%d"::formatted).toList();
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    @Test
    void every_repository_is_one_instances_and_all_are_the_last_ones() throws Exception {
        try (var kafka = LocalKafka.start(6);
                var one = new Instance(kafka)) {
            // Given
            await("one has all").atMost(PATIENCE).until(() -> one.has(NAMES.size()));
            assertThat(one.ownership.isShared()).isFalse();
            try (var two = new Instance(kafka)) {

                // When
                await("they share").atMost(PATIENCE).until(() -> areShared(one, two));

                // Then
                assertThat(NAMES)
                        .allMatch(name -> one.ownership.owns(name) != two.ownership.owns(name));
                assertThat(one.ownership.isShared()).isTrue();
                assertThat(two.taken).containsExactlyInAnyOrderElementsOf(two.owned());
                for (var name : NAMES) {
                    assertThat(one.isAssigned(partitionOf(name, kafka)))
                            .isEqualTo(one.ownership.owns(name));
                }
                one.taken.clear();
            }

            // When
            await("one has all again").atMost(PATIENCE).until(() -> one.has(NAMES.size()));

            // Then
            assertThat(one.taken).isNotEmpty();
        }
    }

    @Test
    void before_anything_is_assigned_nothing_is_ours() {
        var ownership = new Ownership(sources(), _ -> {}, () -> false);

        assertThat(NAMES).noneMatch(ownership::owns);
    }

    private static boolean areShared(Instance one, Instance two) {
        one.poll();
        two.poll();
        return one.owned().size() + two.owned().size() == NAMES.size()
                && !one.owned().isEmpty()
                && !two.owned().isEmpty();
    }

    /** Where a producer puts a hint. */
    private static int partitionOf(String name, LocalKafka kafka) throws Exception {
        Map<String, Object> settings = Map.of("bootstrap.servers", kafka.bootstrapServers());
        try (var producer =
                new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            return producer.send(new ProducerRecord<>(Topics.PUSHES, name, new byte[0]))
                    .get()
                    .partition();
        }
    }

    private static Sources sources() {
        return new Sources(
                NAMES.stream()
                        .map(
                                name -> {
                                    var git = new InMemoryGit(name);
                                    var url = new RepositoryUrl("https://git.example/" + name);
                                    return new Source(name, url, git, git, DeliveryFolder.NONE);
                                })
                        .toList(),
                new Renderer(new PlainPrograms()));
    }

    private static final class Instance implements AutoCloseable {

        private final Set<String> taken = new TreeSet<>();
        private final Ownership ownership =
                new Ownership(sources(), source -> taken.add(source.name()), () -> false);
        private final KafkaConsumer<String, byte[]> consumer;

        Instance(LocalKafka kafka) {
            var settings =
                    Map.<String, Object>of(
                            "bootstrap.servers",
                            kafka.bootstrapServers(),
                            "group.id",
                            "watchers",
                            "heartbeat.interval.ms",
                            200);
            consumer =
                    new KafkaConsumer<>(
                            settings, new StringDeserializer(), new ByteArrayDeserializer());
            var partitions = new PushPartitions(ownership);
            consumer.subscribe(
                    List.of(Topics.PUSHES),
                    new ConsumerRebalanceListener() {
                        @Override
                        public void onPartitionsAssigned(Collection<TopicPartition> more) {
                            partitions.onPartitionsAssigned(consumer, more);
                        }

                        @Override
                        public void onPartitionsRevoked(Collection<TopicPartition> gone) {
                            partitions.onPartitionsRevoked(consumer, gone);
                        }
                    });
        }

        void poll() {
            consumer.poll(Duration.ofMillis(50));
        }

        boolean has(int repositories) {
            poll();
            return owned().size() == repositories;
        }

        List<String> owned() {
            return NAMES.stream().filter(ownership::owns).toList();
        }

        boolean isAssigned(int partition) {
            return consumer.assignment().contains(new TopicPartition(Topics.PUSHES, partition));
        }

        @Override
        public void close() {
            consumer.close();
        }
    }
}
