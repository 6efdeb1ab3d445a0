package io.dabbawala.gitwatcher;

import io.dabbawala.gitwatcher.GitWatcherConfig.ReadingLimits;
import io.dabbawala.gitwatcher.GitWatcherConfig.WatchedRepository;
import io.dabbawala.gitwatcher.declare.Pushes;
import io.dabbawala.gitwatcher.declare.repository.Sources;
import io.dabbawala.gitwatcher.declare.rollback.Rollbacks;
import io.dabbawala.gitwatcher.forge.HttpForges;
import io.dabbawala.gitwatcher.generate.DeletionBudget;
import io.dabbawala.gitwatcher.generate.forge.ForgeAnswers;
import io.dabbawala.gitwatcher.http.Allowance;
import io.dabbawala.gitwatcher.http.Capacity;
import io.dabbawala.gitwatcher.kafka.Announcer;
import io.dabbawala.gitwatcher.kafka.ForgeRounds;
import io.dabbawala.gitwatcher.kafka.HintSender;
import io.dabbawala.gitwatcher.kafka.Hosts;
import io.dabbawala.gitwatcher.kafka.Looks;
import io.dabbawala.gitwatcher.kafka.Memory;
import io.dabbawala.gitwatcher.kafka.OwnTopics;
import io.dabbawala.gitwatcher.kafka.Ownership;
import io.dabbawala.gitwatcher.kafka.RevertRequests;
import io.dabbawala.gitwatcher.kafka.Voice;
import io.dabbawala.gitwatcher.process.ChildPrograms;
import io.dabbawala.gitwatcher.process.RenderLimits;
import io.dabbawala.gitwatcher.process.Tools;
import io.dabbawala.gitwatcher.render.Limits;
import io.dabbawala.gitwatcher.source.CheckoutLimits;
import io.dabbawala.gitwatcher.source.Remembered;
import io.dabbawala.gitwatcher.source.Renderer;
import io.dabbawala.gitwatcher.watch.Agenda;
import io.dabbawala.gitwatcher.webhook.Delivered;
import io.dabbawala.gitwatcher.webhook.Intake;
import io.dabbawala.gitwatcher.webhook.RepositoryName;
import io.dabbawala.gitwatcher.webhook.WebhookSecrets;
import io.dabbawala.platform.EventId;
import io.dabbawala.platform.Inbox;
import io.dabbawala.platform.Pulse;
import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** Makes the plain objects of this service into beans. */
final class GitWatcherWiring {

    /** Characters of rendered manifests that are kept, so that nothing is rendered twice. */
    private static final long REMEMBERED = 32 << 20;

    /** How many deliveries are remembered; a few megabytes. */
    private static final int DELIVERIES = 10_000;

    @Produces
    @Singleton
    Sources sources(GitWatcherConfig config, Renderer renderer) {
        return new Sources(
                config.repositories().entrySet().stream()
                        .map(
                                entry ->
                                        RepositoryWiring.source(
                                                entry.getKey(), entry.getValue(), config))
                        .toList(),
                renderer);
    }

    @Produces
    @Singleton
    Renderer renderer(GitWatcherConfig config) {
        var rendering = config.rendering();
        var tools =
                new Tools(
                        rendering.helm(),
                        rendering.kustomize(),
                        config.dataDirectory().resolve("tools"),
                        rendering.kubeVersion());
        var limits =
                new RenderLimits(
                        rendering.cpu(),
                        rendering.memory().asLongValue(),
                        rendering.output().asLongValue(),
                        rendering.processes(),
                        rendering.deadline(),
                        bytes(config.limits().file()));
        return new Renderer(
                new Remembered(new ChildPrograms(tools, limits), tools.toString(), REMEMBERED),
                limits(config.limits()),
                new CheckoutLimits(
                        rendering.files(), rendering.folders(), "git-watcher.rendering."));
    }

    private static Limits limits(ReadingLimits limits) {
        return new Limits(
                limits.files(),
                bytes(limits.file()),
                limits.objects(),
                bytes(limits.manifests()),
                new Limits.Document(
                        limits.depth(),
                        limits.aliases(),
                        limits.digits(),
                        bytes(limits.object()),
                        "git-watcher.limits."));
    }

    private static int bytes(MemorySize size) {
        return (int) Math.min(size.asLongValue(), Integer.MAX_VALUE);
    }

    @Produces
    @Singleton
    Intake intake(GitWatcherConfig config) {
        return new Intake(
                config.repositories().entrySet().stream()
                        .map(
                                entry ->
                                        new WebhookSecrets(
                                                entry.getKey(),
                                                RepositoryName.of(entry.getValue().url()),
                                                secrets(entry.getValue())))
                        .toList(),
                new Delivered(DELIVERIES));
    }

    @Produces
    @Singleton
    Allowance allowance(GitWatcherConfig config, Clock clock) {
        return new Allowance(config.webhooksPerSecond(), clock);
    }

    @Produces
    @Singleton
    Capacity capacity(GitWatcherConfig config) {
        return new Capacity(config.webhooksAtOnce(), config.largestGithubWebhook().asLongValue());
    }

    @Produces
    @Singleton
    Pushes pushes(Sources sources, ForgeAnswers forges, GitWatcherConfig config) {
        var budget = config.deletionBudget();
        return new Pushes(
                sources,
                EventId::derived,
                new DeletionBudget(budget.applications(), budget.percent()),
                forges);
    }

    @Produces
    @Singleton
    HttpForges forges(GitWatcherConfig config, Clock clock) {
        return new HttpForges(
                config.forges().values().stream().map(RepositoryWiring::forge).toList(), clock);
    }

    @Produces
    @Singleton
    ForgeAnswers forgeAnswers(HttpForges forges) {
        return new ForgeAnswers(forges);
    }

    @Produces
    @Singleton
    RevertRequests revertRequests(GitWatcherConfig config, HttpForges forges) {
        return new RevertRequests(RepositoryWiring.waysToRevert(config), forges);
    }

    @Produces
    @Singleton
    ForgeRounds forgeRounds(
            Sources sources,
            Announcer announcer,
            ForgeAnswers answers,
            Ownership ownership,
            HintSender hints,
            Clock clock) {
        return new ForgeRounds(sources, announcer, answers, ownership, hints::send, clock);
    }

    @Produces
    @Singleton
    Memory memory(@Identifier("default-kafka-broker") Map<String, Object> broker, Inbox inbox) {
        return new OwnTopics(broker, inbox);
    }

    @Produces
    @Singleton
    Announcer announcer(
            Sources sources,
            Pushes pushes,
            Voice voice,
            Memory memory,
            Ownership ownership,
            Clock clock) {
        return new Announcer(
                pushes, new Rollbacks(sources, EventId::derived), voice, memory, ownership, clock);
    }

    @Produces
    @Singleton
    Hosts hosts(GitWatcherConfig config, Clock clock) {
        return new Hosts(new Agenda(config.pollInterval()), clock);
    }

    @Produces
    @Singleton
    Ownership ownership(Sources sources, Hosts hosts, Pulse pulse) {
        var ownership =
                new Ownership(sources, source -> hosts.forget(source.name()), pulse::isInDoubt);
        pulse.whenCertainAgain(ownership::renewed);
        return ownership;
    }

    @Produces
    @Singleton
    Looks looks(
            Sources sources, Announcer announcer, Hosts hosts, Ownership ownership, Clock clock) {
        return new Looks(sources, announcer, hosts, ownership, clock);
    }

    private static List<String> secrets(WatchedRepository repository) {
        return repository.webhookSecretFile().map(GitWatcherWiring::lines).orElse(List.of());
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("read the webhook secret " + file, e);
        }
    }
}
