package io.dabbawala.gitwatcher.kafka;

import io.dabbawala.events.CommitDetected;
import io.dabbawala.events.SignatureCheck;
import io.dabbawala.gitwatcher.watch.ChangeClass;
import io.dabbawala.gitwatcher.watch.CommitSeen;
import io.dabbawala.gitwatcher.watch.RefMove;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

final class CommitMessages {

    static CommitDetected write(CommitSeen seen, Instant now) {
        var move = seen.move();
        var event =
                CommitDetected.newBuilder()
                        .setRepository(seen.repository())
                        .setRef(move.ref())
                        .setOldRevision(orNull(move.from()))
                        .setNewRevision(orNull(move.to()))
                        .setForced(seen.range().forced())
                        .setSkipped(seen.range().skipped())
                        .setChangedPaths(seen.range().changedPaths())
                        .setChangedPathsComplete(seen.range().complete())
                        .setDetectedAt(now);
        if (!move.deletes()) {
            var commit = seen.commit();
            var signature = commit.signature();
            event.setSignature(SignatureCheck.valueOf(signature.check().name()))
                    .setSigner(signature.signer())
                    .setSignatureReason(signature.reason())
                    .setAuthorName(commit.authorName())
                    .setAuthorEmail(commit.authorEmail())
                    .setCommittedAt(commit.committedAt())
                    .setMessage(commit.message())
                    .setChangeClass(ChangeClass.of(commit.message()));
        }
        return event.build();
    }

    static RefMove read(CommitDetected event) {
        return new RefMove(
                event.getRef(),
                event.getOldRevision() == null ? "" : event.getOldRevision(),
                event.getNewRevision() == null ? "" : event.getNewRevision());
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    private CommitMessages() {}
}
