package io.dabbawala.reconciler.kafka;

import io.dabbawala.events.Topics;
import io.dabbawala.platform.Envelope;
import io.dabbawala.platform.Outbox;
import io.dabbawala.reconciler.ReconcilerConfig;
import io.dabbawala.reconciler.sync.SyncEvent;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.jboss.logging.Logger;

@ApplicationScoped
public class KafkaVoice implements Voice {

    private static final Logger LOG = Logger.getLogger(KafkaVoice.class);

    private final MutinyEmitter<byte[]> drifts;
    private final MutinyEmitter<byte[]> requests;
    private final MutinyEmitter<byte[]> results;
    private final Outbox outbox;
    private final String cluster;

    KafkaVoice(
            @Channel("drifts") MutinyEmitter<byte[]> drifts,
            @Channel("sync-requests") MutinyEmitter<byte[]> requests,
            @Channel("sync-results") MutinyEmitter<byte[]> results,
            Outbox outbox,
            ReconcilerConfig config) {
        this.drifts = drifts;
        this.requests = requests;
        this.results = results;
        this.outbox = outbox;
        this.cluster = config.cluster();
    }

    @Override
    public void say(List<Saying> sayings) {
        if (!sayings.isEmpty()) {
            Uni.join()
                    .all(sayings.stream().map(one -> send(one.event(), one.envelope())).toList())
                    .andFailFast()
                    .await()
                    .indefinitely();
        }
    }

    private Uni<Void> send(SyncEvent event, Envelope envelope) {
        var key = event.state().application();
        return switch (event) {
            case SyncEvent.Drifted drifted -> {
                LOG.infof(
                        "drift found: application=%s plan=%s cause=%s",
                        key, drifted.plan().digest(), drifted.cause());
                yield drifts.sendMessage(
                        outbox.message(
                                Topics.DRIFTS,
                                key,
                                DriftMessages.write(drifted, cluster),
                                envelope));
            }
            case SyncEvent.Requested requested ->
                    requests.sendMessage(
                            outbox.message(
                                    Topics.SYNC_REQUESTS,
                                    key,
                                    SyncRequestMessages.write(requested, cluster),
                                    envelope));
            case SyncEvent.Finished finished -> {
                LOG.infof(
                        "sync finished: application=%s outcome=%s health=%s reason=%s",
                        key,
                        finished.result().outcome(),
                        finished.result().health().status(),
                        finished.result().reason());
                yield results.sendMessage(
                        outbox.message(
                                Topics.SYNC_RESULTS,
                                key,
                                SyncResultMessages.write(finished, cluster),
                                envelope));
            }
        };
    }
}
