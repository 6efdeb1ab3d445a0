package io.dabbawala.notifier.kafka;

import io.dabbawala.events.Topics;
import io.dabbawala.platform.Inbox;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Acknowledgment;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.jboss.logging.Logger;

/**
 * Takes one event after the other. It is acknowledged when its notices are settled, which may be
 * long after the next was taken: a slow recipient holds up neither other recipients nor other
 * events.
 */
@ApplicationScoped
public class EventConsumer {

    static final List<String> TOPICS =
            List.of(
                    Topics.DESIRED_STATES,
                    Topics.DRIFTS,
                    Topics.GATE_VERDICTS,
                    Topics.SYNC_RESULTS,
                    Topics.ROLLOUT_VERDICTS,
                    Topics.ROLLBACKS);

    private static final Logger LOG = Logger.getLogger(EventConsumer.class);
    private static final Duration SHORT = Duration.ofMillis(500);
    private static final Duration LONG = Duration.ofSeconds(10);

    private final Inbox inbox;
    private final RouteFollower routes;
    private final NoticeDesk desk;

    EventConsumer(Inbox inbox, RouteFollower routes, NoticeDesk desk) {
        this.inbox = inbox;
        this.routes = routes;
        this.desk = desk;
    }

    @Incoming("events")
    @Acknowledgment(Acknowledgment.Strategy.MANUAL)
    public Uni<Void> on(Message<ConsumerRecord<String, byte[]>> message) {
        return Uni.createFrom()
                .item(() -> take(message.getPayload()))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .onFailure()
                .invoke(e -> LOG.warnf("event not taken, trying again: reason=%s", e.toString()))
                .onFailure()
                .retry()
                .withBackOff(SHORT, LONG)
                .indefinitely()
                .invoke(settled -> settled.whenComplete((_, failure) -> finish(message, failure)))
                .replaceWithVoid();
    }

    /** What it returns completes when the event is done with. */
    CompletionStage<Void> take(ConsumerRecord<String, byte[]> message) {
        routes.awaitAll();
        return TopicReader.of(message.topic())
                .read(inbox, message)
                .map(desk::tell)
                .orElseGet(() -> CompletableFuture.completedFuture(null));
    }

    private static void finish(Message<?> message, Throwable failure) {
        if (failure == null) {
            message.ack();
        } else {
            message.nack(failure);
        }
    }
}
