package io.dabbawala.notifier.kafka;

import io.dabbawala.events.NoticeSettled;
import io.dabbawala.platform.Envelope;
import java.util.concurrent.CompletionStage;

/** Says on Kafka how a notice ended. */
@FunctionalInterface
public interface Voice {

    /** Completes once it is safe there, however long that takes. */
    CompletionStage<Void> settled(NoticeSettled notice, Envelope cause);
}
