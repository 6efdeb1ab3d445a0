package io.dabbawala.rolloutanalyzer.kafka;

import io.dabbawala.events.Commanded;
import io.dabbawala.events.RollbackIssued;
import io.dabbawala.platform.Envelope;
import io.dabbawala.rolloutanalyzer.canary.Progress;
import io.dabbawala.rolloutanalyzer.canary.Revisions;
import io.dabbawala.rolloutanalyzer.canary.Verdict;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/** Our words as {@code rollbacks}. */
final class RollbackMessages {

    private static final Revisions UNKNOWN = new Revisions("", "", "", "");

    /** A rollout that failed: what it delivered goes, what was promoted last comes back. */
    static RollbackIssued write(Progress progress, Verdict verdict, Instant now) {
        var subject = progress.subject();
        var revisions = progress.revisions();
        return RollbackIssued.newBuilder()
                .setApplication(subject.application())
                .setRollout(subject.rollout())
                .setDelivery(subject.delivery())
                .setTemplate(subject.template())
                .setFromRevision(revisions.revision())
                .setFromDigest(revisions.digest())
                .setToRevision(revisions.promotedRevision())
                .setToDigest(revisions.promotedDigest())
                .setReason(verdict.reason())
                .setEvidence(VerdictMessages.evidence(verdict))
                .setIssuedAt(now)
                .build();
    }

    /** A person takes an application back while nothing of it is being rolled out. */
    static RollbackIssued write(Commanded command, Optional<Progress> last, Instant now) {
        var from = last.map(Progress::revisions).orElse(UNKNOWN);
        return RollbackIssued.newBuilder()
                .setApplication(command.getApplication())
                .setRollout("")
                .setDelivery(Objects.requireNonNullElse(command.getDelivery(), ""))
                .setTemplate("")
                .setFromRevision(from.revision())
                .setFromDigest(Objects.requireNonNullElse(command.getDigest(), from.digest()))
                .setToRevision(Objects.requireNonNullElse(command.getRevision(), ""))
                .setToDigest("")
                .setReason(CommandMessages.reason(command))
                .setIssuedAt(now)
                .build();
    }

    /**
     * One id for a delivery, whoever takes it back: all but the first are repeats for who reads.
     */
    static Envelope envelope(Envelope cause, String application, Instant now) {
        return cause.causes(
                StreamOutbox.SERVICE, "RollbackIssued", application, "rolled back", now);
    }

    private RollbackMessages() {}
}
