package io.dabbawala.reconciler;

import io.dabbawala.platform.Inbox;
import io.dabbawala.platform.Pulse;
import io.dabbawala.reconciler.application.ArgoSettings;
import io.dabbawala.reconciler.cluster.Clusters;
import io.dabbawala.reconciler.health.HealthRules;
import io.dabbawala.reconciler.health.ObjectHealth;
import io.dabbawala.reconciler.health.script.HealthScripts;
import io.dabbawala.reconciler.health.script.ScriptedHealth;
import io.dabbawala.reconciler.hook.HookExecution;
import io.dabbawala.reconciler.hook.HookSightings;
import io.dabbawala.reconciler.kafka.Applications;
import io.dabbawala.reconciler.kafka.Claims;
import io.dabbawala.reconciler.kafka.Commands;
import io.dabbawala.reconciler.kafka.DesiredStates;
import io.dabbawala.reconciler.kafka.Ownership;
import io.dabbawala.reconciler.kafka.SyncListener;
import io.dabbawala.reconciler.kafka.Voice;
import io.dabbawala.reconciler.kubernetes.KubernetesCluster;
import io.dabbawala.reconciler.object.ObjectRef;
import io.dabbawala.reconciler.plan.OwnedFields;
import io.dabbawala.reconciler.plan.Planner;
import io.dabbawala.reconciler.sync.Reconciler;
import io.dabbawala.reconciler.sync.SyncTerms;
import io.dabbawala.reconciler.sync.verdict.Attestation;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.quarkus.arc.DefaultBean;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Makes the plain objects of this service into beans. */
final class ReconcilerWiring {

    /** The client waits 0.1 s, 0.2 s, 0.4 s ...; whoever asked then tries again later. */
    private static final int RETRIES = 4;

    @Produces
    @Singleton
    KubernetesClient client(ReconcilerConfig config) {
        var settings =
                config.kubeconfig()
                        .map(Path::toFile)
                        .map(Config::fromKubeconfig)
                        .orElseGet(() -> Config.autoConfigure(null));
        settings.setRequestRetryBackoffLimit(RETRIES);
        return new KubernetesClientBuilder().withConfig(settings).build();
    }

    void close(@Disposes KubernetesClient client) {
        client.close();
    }

    @Produces
    @Singleton
    KubernetesCluster cluster(
            KubernetesClient client, ReconcilerConfig config, ArgoSettings settings) {
        var kinds =
                config.watchedKinds().stream()
                        .filter(kind -> settings.watched().has(ObjectRef.ofKind(kind)))
                        .toList();
        return new KubernetesCluster(client, kinds, config.relistInterval(), settings.tracking());
    }

    void close(@Disposes KubernetesCluster cluster) {
        cluster.close();
    }

    @Produces
    @Singleton
    ArgoSettings argoSettings(ReconcilerConfig config) {
        return config.argoSettings()
                .map(ArgoSettingsFile::read)
                .map(said -> said.of(config.clusterAddresses()))
                .orElse(ArgoSettings.NONE);
    }

    @Produces
    @Singleton
    Planner planner(KubernetesCluster cluster, OwnedFields owned, ArgoSettings settings) {
        return new Planner(cluster, cluster, owned, settings);
    }

    @Produces
    @Singleton
    Reconciler reconciler(
            KubernetesCluster cluster, Planner planner, ReconcilerConfig config, Clock clock) {
        var sightings = new HookSightings();
        cluster.watch(sightings::changed);
        return new Reconciler(
                cluster,
                planner,
                new HookExecution(cluster, sightings, config.hookDeadline()),
                new Attestation(new GateKeyFile(config.gatePublicKeyFile()), config.cluster()),
                clock,
                new SyncTerms(config.syncTimeout(), health(config, clock), clusters(config)));
    }

    private static Clusters clusters(ReconcilerConfig config) {
        return new Clusters(
                config.cluster(),
                config.clusterAddresses(),
                config.otherClusters().orElse(Set.of()));
    }

    private static HealthRules health(ReconcilerConfig config, Clock clock) {
        var sources =
                Stream.<Optional<HealthScripts>>of(
                                config.argoSettings().map(ArgoSettingsFile::scripts),
                                config.healthScripts().map(HealthScriptFolder::new))
                        .flatMap(Optional::stream)
                        .toList();
        return sources.isEmpty()
                ? ObjectHealth.BUILT_IN
                : new ObjectHealth(new ScriptedHealth(sources, clock));
    }

    @Produces
    @Singleton
    Ownership ownership(Pulse pulse) {
        return new Ownership(pulse::isInDoubt);
    }

    @Produces
    @Singleton
    Claims claims(Planner planner, SyncListener listener) {
        return new Claims(planner, listener);
    }

    @Produces
    @Singleton
    Applications applications(
            Reconciler reconciler,
            Claims claims,
            Voice voice,
            Ownership ownership,
            Clock clock,
            ReconcilerConfig config) {
        return new Applications(
                reconciler, claims, voice, ownership, clock, config.concurrentApplications());
    }

    @Produces
    @Singleton
    Commands commands(
            @Identifier("default-kafka-broker") Map<String, Object> broker,
            Inbox inbox,
            Applications applications,
            ReconcilerConfig config) {
        return new Commands(broker, inbox, applications, config.cluster());
    }

    @Produces
    @Singleton
    DesiredStates desiredStates(
            @Identifier("default-kafka-broker") Map<String, Object> broker,
            Inbox inbox,
            Applications applications,
            ReconcilerConfig config) {
        return new DesiredStates(broker, inbox, applications, clusters(config));
    }

    @Produces
    @Singleton
    @DefaultBean
    OwnedFields owned() {
        return _ -> Set.of();
    }

    @Produces
    @Singleton
    @DefaultBean
    SyncListener listener() {
        return (_, _, _) -> {};
    }
}
