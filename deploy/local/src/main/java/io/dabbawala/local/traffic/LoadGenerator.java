package io.dabbawala.local.traffic;

import io.dabbawala.events.Topics;
import io.dabbawala.events.Track;
import io.dabbawala.platform.EventCodec;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Requests at a steady rate to one workload, and what its pods saw of them, second by second. */
public final class LoadGenerator implements AutoCloseable {

    private static final int REQUESTS_PER_SECOND = 100;
    private static final long SEED = 42;

    /** Where to look and where to report. */
    public record Target(
            Path kubeconfig,
            String namespace,
            String workload,
            String bootstrapServers,
            String registry) {

        String rollout() {
            return namespace + "/" + workload;
        }
    }

    private final Target target;
    private final KubernetesClient client;
    private final RoutedWorkload workload;
    private final EventCodec codec;
    private final KafkaProducer<String, byte[]> producer;
    private final RandomGenerator random = new SplittableRandom(SEED);
    private final AtomicLong served = new AtomicLong();
    private final ScheduledExecutorService clock =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("traffic").factory());

    private LoadGenerator(Target target) {
        this.target = target;
        this.client =
                new KubernetesClientBuilder()
                        .withConfig(Config.fromKubeconfig(target.kubeconfig().toFile()))
                        .build();
        this.workload = new RoutedWorkload(client, target.namespace(), target.workload());
        this.codec = EventCodec.withRegistry(target.registry(), false);
        this.producer =
                new KafkaProducer<>(
                        Map.of(
                                "bootstrap.servers",
                                target.bootstrapServers(),
                                "acks",
                                "all",
                                "linger.ms",
                                5),
                        new StringSerializer(),
                        new ByteArraySerializer());
    }

    public static LoadGenerator start(Target target) {
        var generator = new LoadGenerator(target);
        generator.clock.scheduleAtFixedRate(generator::oneSecond, 1, 1, TimeUnit.SECONDS);
        return generator;
    }

    /** Requests answered so far. */
    public long served() {
        return served.get();
    }

    @Override
    public void close() {
        clock.shutdownNow();
        producer.close(java.time.Duration.ofSeconds(2));
        workload.close();
        client.close();
    }

    private void oneSecond() {
        workload.canaryShare()
                .ifPresent(
                        share ->
                                report(
                                        serve(share),
                                        Instant.now().truncatedTo(ChronoUnit.SECONDS)));
    }

    private Map<String, PodSecond> serve(double canaryShare) {
        var seconds = new HashMap<String, PodSecond>();
        var pods =
                Map.of(
                        Track.CANARY,
                        workload.readyPods(Track.CANARY),
                        Track.PRIMARY,
                        workload.readyPods(Track.PRIMARY));
        for (int i = 0; i < REQUESTS_PER_SECOND; i++) {
            var track = random.nextDouble() < canaryShare ? Track.CANARY : Track.PRIMARY;
            var behaviour = workload.behaviour(track);
            if (behaviour.isPresent() && !pods.get(track).isEmpty()) {
                var pod = anyOf(pods.get(track));
                seconds.computeIfAbsent(pod, name -> new PodSecond(track, name))
                        .served(
                                !behaviour.get().failsNow(random),
                                behaviour.get().millisecondsNow(random));
                served.incrementAndGet();
            }
        }
        return seconds;
    }

    private void report(Map<String, PodSecond> seconds, Instant second) {
        seconds.values()
                .forEach(
                        pod ->
                                producer.send(
                                        new ProducerRecord<>(
                                                Topics.METRIC_SAMPLES,
                                                target.rollout(),
                                                codec.encode(
                                                        Topics.METRIC_SAMPLES,
                                                        pod.sample(target.rollout(), second)))));
    }

    private String anyOf(List<String> pods) {
        return pods.get(random.nextInt(pods.size()));
    }
}
