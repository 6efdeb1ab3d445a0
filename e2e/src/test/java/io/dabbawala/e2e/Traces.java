package io.dabbawala.e2e;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.dabbawala.local.Platform;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Where a text can be found in what a platform has written: raw, or as base64 in any position. */
record Traces(Platform platform) {

    private static final Duration POLL = Duration.ofMillis(500);

    /** The topics and logs that hold it. */
    Set<String> of(String text) {
        var found = new TreeSet<String>();
        records().stream()
                .filter(one -> holds(one, text))
                .map(ConsumerRecord::topic)
                .forEach(found::add);
        logs().filter(file -> holds(bytes(file), text))
                .map(file -> "log of " + file.getFileName())
                .forEach(found::add);
        return found;
    }

    private static boolean holds(ConsumerRecord<byte[], byte[]> one, String text) {
        var parts = new ArrayList<byte[]>();
        parts.add(one.key());
        parts.add(one.value());
        one.headers().forEach(header -> parts.add(header.value()));
        return parts.stream().anyMatch(part -> part != null && holds(part, text));
    }

    /** What of its base64 does not depend on what stands before or behind it. */
    private static boolean holds(byte[] bytes, String text) {
        var all = new String(bytes, ISO_8859_1);
        return all.contains(text)
                || Stream.of("", "a", "ab").anyMatch(before -> all.contains(inner(before, text)));
    }

    private static String inner(String before, String text) {
        var encoded = Base64.getEncoder().withoutPadding();
        var whole = encoded.encodeToString((before + text).getBytes(UTF_8));
        return whole.substring(before.isEmpty() ? 0 : before.length() + 1, whole.length() - 1);
    }

    private List<ConsumerRecord<byte[], byte[]>> records() {
        var records = new ArrayList<ConsumerRecord<byte[], byte[]>>();
        var bytes = new ByteArrayDeserializer();
        var settings = Map.<String, Object>of("bootstrap.servers", platform.bootstrapServers());
        try (var consumer = new KafkaConsumer<>(settings, bytes, bytes)) {
            var all =
                    consumer.listTopics().values().stream()
                            .flatMap(List::stream)
                            .map(info -> new TopicPartition(info.topic(), info.partition()))
                            .toList();
            consumer.assign(all);
            consumer.seekToBeginning(all);
            var ends = consumer.endOffsets(all);
            while (ends.entrySet().stream()
                    .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(POLL).forEach(records::add);
            }
        }
        return records;
    }

    private Stream<Path> logs() {
        try (var all = Files.walk(platform.layout().logs())) {
            return all.filter(Files::isRegularFile).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
