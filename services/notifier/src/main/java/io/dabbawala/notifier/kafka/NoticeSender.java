package io.dabbawala.notifier.kafka;

import io.dabbawala.events.NoticeOutcome;
import io.dabbawala.events.NoticeSettled;
import io.dabbawala.events.Topics;
import io.dabbawala.platform.Envelope;
import io.dabbawala.platform.Outbox;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;
import org.jboss.logging.Logger;

@ApplicationScoped
public class NoticeSender implements Voice {

    private static final Logger LOG = Logger.getLogger(NoticeSender.class);
    private static final Duration SHORT = Duration.ofSeconds(1);
    private static final Duration LONG = Duration.ofSeconds(10);

    private final MutinyEmitter<byte[]> notices;
    private final Outbox outbox;
    private final MeterRegistry meters;

    NoticeSender(
            @Channel("notices") @OnOverflow(OnOverflow.Strategy.UNBOUNDED_BUFFER)
                    MutinyEmitter<byte[]> notices,
            Outbox outbox,
            MeterRegistry meters) {
        this.notices = notices;
        this.outbox = outbox;
        this.meters = meters;
    }

    @Override
    public CompletionStage<Void> settled(NoticeSettled notice, Envelope cause) {
        meters.counter(
                        "notifier_notices",
                        "channel",
                        notice.getChannel(),
                        "outcome",
                        notice.getOutcome().name())
                .increment();
        LOG.infof(
                "notice settled: application=%s event=%s channel=%s recipient=%s outcome=%s"
                        + " attempts=%d reason=%s",
                notice.getApplication(),
                notice.getEventType(),
                notice.getChannel(),
                notice.getRecipient(),
                notice.getOutcome(),
                notice.getAttempts(),
                notice.getReason());
        return Uni.createFrom()
                .deferred(
                        () ->
                                notices.sendMessage(
                                        outbox.message(
                                                Topics.NOTICES,
                                                notice.getNotice(),
                                                notice,
                                                envelope(notice, cause))))
                .onFailure()
                .retry()
                .withBackOff(SHORT, LONG)
                .indefinitely()
                .subscribeAsCompletionStage();
    }

    private static Envelope envelope(NoticeSettled notice, Envelope cause) {
        var type =
                notice.getOutcome() == NoticeOutcome.DELIVERED ? "NoticeDelivered" : "NoticeFailed";
        return cause.causes("notifier", type, notice.getNotice(), "settled", notice.getSettledAt());
    }
}
