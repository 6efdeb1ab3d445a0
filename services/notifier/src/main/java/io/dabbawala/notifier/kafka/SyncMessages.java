package io.dabbawala.notifier.kafka;

import io.dabbawala.events.DriftFound;
import io.dabbawala.events.FieldChange;
import io.dabbawala.events.Finding;
import io.dabbawala.events.GateVerdict;
import io.dabbawala.events.Health;
import io.dabbawala.events.ObjectChange;
import io.dabbawala.events.ObjectOutcome;
import io.dabbawala.events.ObjectRef;
import io.dabbawala.events.ObjectResult;
import io.dabbawala.events.SyncCause;
import io.dabbawala.events.SyncFinished;
import io.dabbawala.notifier.message.Happening;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What reconciler and compliance-gate say. */
final class SyncMessages {

    private static final Set<ObjectOutcome> NOT_DONE =
            Set.of(ObjectOutcome.CONFLICTED, ObjectOutcome.REJECTED, ObjectOutcome.FAILED);

    /** A plan that a commit caused is no drift in the eyes of people. */
    static Optional<Happening> drift(DriftFound drift) {
        return drift.getCause() != SyncCause.LIVE_CHANGE
                ? Optional.empty()
                : Optional.of(
                        new Happening.Drifted(
                                drift.getApplication(),
                                drift.getRevision(),
                                drift.getChanges().stream().map(SyncMessages::text).toList()));
    }

    static Optional<Happening> verdict(GateVerdict verdict) {
        return switch (verdict.getDecision()) {
            case DENIED ->
                    Optional.of(
                            new Happening.Denied(
                                    verdict.getApplication(),
                                    verdict.getRevision(),
                                    verdict.getReason(),
                                    denials(verdict)));
            case HELD ->
                    Optional.of(
                            new Happening.Held(
                                    verdict.getApplication(),
                                    verdict.getRevision(),
                                    verdict.getReason()));
            case ADMITTED, UNKNOWN -> Optional.empty();
        };
    }

    static Optional<Happening> result(SyncFinished result) {
        return switch (result.getOutcome()) {
            case FAILED ->
                    Optional.of(
                            new Happening.SyncFailed(
                                    result.getApplication(),
                                    result.getRevision(),
                                    result.getReason(),
                                    result.getObjects().stream()
                                            .filter(one -> NOT_DONE.contains(one.getOutcome()))
                                            .map(SyncMessages::text)
                                            .toList()));
            case SUCCEEDED -> success(result);
            case OUT_OF_DATE, UNKNOWN -> Optional.empty();
        };
    }

    private static Optional<Happening> success(SyncFinished result) {
        var application = result.getApplication();
        var revision = result.getRevision();
        if (result.getHealth() == Health.DEGRADED) {
            return Optional.of(
                    new Happening.Degraded(application, revision, result.getHealthMessage()));
        }
        if (result.getCause() == SyncCause.LIVE_CHANGE) {
            return result.getObjects().isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Happening.Healed(application, revision));
        }
        return result.getHealth() != Health.HEALTHY
                ? Optional.empty()
                : Optional.of(
                        new Happening.Delivered(
                                application,
                                revision,
                                result.getGeneration(),
                                result.getCause() == SyncCause.ROLLBACK));
    }

    private static List<String> denials(GateVerdict verdict) {
        return verdict.getFindings().stream()
                .filter(finding -> finding.getAction().equals("Deny"))
                .map(SyncMessages::text)
                .toList();
    }

    private static String text(Finding finding) {
        var field = finding.getField();
        return "policy %s, %s%s: %s"
                .formatted(
                        finding.getPolicy(),
                        name(finding.getObject()),
                        field == null ? "" : " " + field,
                        finding.getMessage());
    }

    private static String text(ObjectChange change) {
        var fields = change.getFields().stream().map(FieldChange::getPath).limit(3).toList();
        var writer = change.getChangedBy();
        return name(change.getObject())
                + (fields.isEmpty() ? "" : " " + String.join(" ", fields))
                + (writer == null ? "" : " by " + writer.getManager());
    }

    private static String text(ObjectResult result) {
        return name(result.getObject()) + ": " + result.getMessage();
    }

    private static String name(ObjectRef object) {
        return object.getNamespace().isEmpty()
                ? object.getKind() + " " + object.getName()
                : "%s %s/%s".formatted(object.getKind(), object.getNamespace(), object.getName());
    }

    private SyncMessages() {}
}
