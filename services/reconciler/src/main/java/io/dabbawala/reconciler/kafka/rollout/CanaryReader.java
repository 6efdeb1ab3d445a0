package io.dabbawala.reconciler.kafka.rollout;

import io.dabbawala.events.Declared;
import io.dabbawala.platform.Inbox;
import io.dabbawala.platform.Reading;
import io.dabbawala.reconciler.rollout.Canary;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;

/** Takes Canaries out of {@code declarations}, where they are beside much else. */
final class CanaryReader {

    private static final Logger LOG = Logger.getLogger(CanaryReader.class);
    private static final String KIND = "Canary/";
    private static final String GROUP = "flagger.app/";

    private final Inbox inbox;
    private final RolloutLooks looks;

    CanaryReader(Inbox inbox, RolloutLooks looks) {
        this.inbox = inbox;
        this.looks = looks;
    }

    void read(ConsumerRecord<String, byte[]> message) {
        if (message.key() == null || !message.key().startsWith(KIND)) {
            return;
        }
        switch (inbox.read(message, Declared.class)) {
            case Reading.Event<Declared>(_, var declared, _) -> declared(declared);
            case Reading.Removed<Declared>(var key, _) ->
                    looks.withdrawn(key.substring(KIND.length()));
            case Reading.Unreadable<Declared> _ -> {}
        }
    }

    private void declared(Declared declared) {
        if (!declared.getApiVersion().startsWith(GROUP)) {
            return;
        }
        try {
            looks.declared(
                    Canary.of(declared.getNamespace(), declared.getName(), declared.getJson()));
        } catch (IllegalArgumentException e) {
            LOG.warnf(
                    "declaration not understood: object=Canary %s/%s reason=%s",
                    declared.getNamespace(), declared.getName(), e.getMessage());
        }
    }
}
