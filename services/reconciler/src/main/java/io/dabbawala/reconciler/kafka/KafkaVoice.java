package io.dabbawala.reconciler.kafka;

import io.dabbawala.events.Topics;
import io.dabbawala.platform.Outbox;
import io.dabbawala.reconciler.ReconcilerConfig;
import io.dabbawala.reconciler.kafka.message.DriftMessages;
import io.dabbawala.reconciler.kafka.message.SyncRequestMessages;
import io.dabbawala.reconciler.kafka.message.SyncResultMessages;
import io.dabbawala.reconciler.sync.SyncEvent;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.jboss.logging.Logger;

@ApplicationScoped
public class KafkaVoice implements Voice {

    private static final Logger LOG = Logger.getLogger(KafkaVoice.class);

    private final MutinyEmitter<byte[]> events;
    private final Outbox outbox;
    private final String cluster;

    KafkaVoice(
            @Channel("sync-events") MutinyEmitter<byte[]> events,
            Outbox outbox,
            ReconcilerConfig config) {
        this.events = events;
        this.outbox = outbox;
        this.cluster = config.cluster();
    }

    @Override
    public void say(List<Saying> sayings) {
        if (!sayings.isEmpty()) {
            Uni.join()
                    .all(sayings.stream().map(this::message).map(events::sendMessage).toList())
                    .andFailFast()
                    .await()
                    .indefinitely();
        }
    }

    private Message<byte[]> message(Saying saying) {
        var key = saying.event().state().application();
        var envelope = saying.envelope();
        return switch (saying.event()) {
            case SyncEvent.Drifted drifted -> {
                LOG.infof(
                        "drift found: application=%s plan=%s cause=%s",
                        key, drifted.plan().digest(), drifted.cause());
                yield outbox.message(
                        Topics.DRIFTS, key, DriftMessages.write(drifted, cluster), envelope);
            }
            case SyncEvent.Requested requested ->
                    outbox.message(
                            Topics.SYNC_REQUESTS,
                            key,
                            SyncRequestMessages.write(requested, cluster),
                            envelope);
            case SyncEvent.Finished finished -> {
                LOG.infof(
                        "sync finished: application=%s outcome=%s health=%s reason=%s",
                        key,
                        finished.result().outcome(),
                        finished.result().health().status(),
                        finished.result().reason());
                yield outbox.message(
                        Topics.SYNC_RESULTS,
                        key,
                        SyncResultMessages.write(finished, cluster),
                        envelope);
            }
        };
    }
}
