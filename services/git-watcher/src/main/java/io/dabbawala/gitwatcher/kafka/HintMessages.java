package io.dabbawala.gitwatcher.kafka;

import io.dabbawala.events.HintSource;
import io.dabbawala.events.PushHinted;
import io.dabbawala.gitwatcher.watch.Hint;
import java.util.Objects;

final class HintMessages {

    static Hint read(PushHinted event) {
        var source =
                switch (event.getSource()) {
                    case WEBHOOK -> Hint.Source.WEBHOOK;
                    case POLL, UNKNOWN -> Hint.Source.POLL;
                };
        return new Hint(
                event.getRepository(),
                source,
                event.getSender(),
                event.getSenderDelivery(),
                Objects.requireNonNullElse(event.getRef(), ""),
                event.getHintedAt());
    }

    static PushHinted write(Hint hint) {
        var source =
                switch (hint.source()) {
                    case WEBHOOK -> HintSource.WEBHOOK;
                    case POLL -> HintSource.POLL;
                };
        return PushHinted.newBuilder()
                .setRepository(hint.repository())
                .setSource(source)
                .setSender(hint.sender())
                .setSenderDelivery(hint.senderDelivery())
                .setRef(hint.ref().isEmpty() ? null : hint.ref())
                .setHintedAt(hint.hintedAt())
                .build();
    }

    private HintMessages() {}
}
