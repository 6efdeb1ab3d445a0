package io.dabbawala.gitwatcher.kafka;

import io.dabbawala.events.HintSource;
import io.dabbawala.events.PushHinted;
import io.dabbawala.gitwatcher.watch.Claim;
import io.dabbawala.gitwatcher.watch.Hint;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

final class HintMessages {

    static Hint read(PushHinted event) {
        var source =
                switch (event.getSource()) {
                    case WEBHOOK -> Hint.Source.WEBHOOK;
                    case FORWARDED -> Hint.Source.FORWARDED;
                    case POLL, UNKNOWN -> Hint.Source.POLL;
                };
        return new Hint(event.getRepository(), source, claim(event), event.getHintedAt());
    }

    private static Claim claim(PushHinted event) {
        return new Claim(
                event.getProvider(),
                event.getSender(),
                event.getSenderDelivery(),
                Objects.requireNonNullElse(event.getRef(), ""),
                Objects.requireNonNullElse(event.getOldRevision(), ""),
                Objects.requireNonNullElse(event.getNewRevision(), ""),
                event.getChangedPaths(),
                event.getChangedPathsComplete());
    }

    static PushHinted write(Hint hint) {
        var source =
                switch (hint.source()) {
                    case WEBHOOK -> HintSource.WEBHOOK;
                    case POLL -> HintSource.POLL;
                    case FORWARDED -> HintSource.FORWARDED;
                };
        var claim = hint.claim();
        return PushHinted.newBuilder()
                .setRepository(hint.repository())
                .setSource(source)
                .setProvider(claim.provider())
                .setSender(claim.sender())
                .setSenderDelivery(claim.delivery())
                .setRef(orNull(claim.ref()))
                .setOldRevision(orNull(claim.before()))
                .setNewRevision(orNull(claim.after()))
                .setChangedPaths(claim.changedPaths())
                .setChangedPathsComplete(claim.changedPathsComplete())
                .setHintedAt(hint.hintedAt())
                .build();
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    private HintMessages() {}
}
