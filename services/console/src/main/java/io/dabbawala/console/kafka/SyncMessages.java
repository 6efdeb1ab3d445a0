package io.dabbawala.console.kafka;

import io.dabbawala.console.event.Drift;
import io.dabbawala.console.event.Event;
import io.dabbawala.console.event.Finding;
import io.dabbawala.console.event.Header;
import io.dabbawala.console.event.ObjectChange;
import io.dabbawala.console.event.ObjectResult;
import io.dabbawala.console.event.SyncRequest;
import io.dabbawala.console.event.SyncResult;
import io.dabbawala.console.event.Verdict;
import io.dabbawala.events.DriftFound;
import io.dabbawala.events.FieldChange;
import io.dabbawala.events.FieldWriter;
import io.dabbawala.events.GateVerdict;
import io.dabbawala.events.SyncFinished;
import io.dabbawala.events.SyncRequested;
import java.util.Optional;

/** What reconciler and compliance-gate say about a plan. */
final class SyncMessages {

    static Event drift(Header header, DriftFound drift) {
        return new Drift(
                Parts.within(header, drift.getDelivery()),
                drift.getApplication(),
                drift.getGeneration(),
                drift.getRevision(),
                drift.getPlanDigest(),
                Parts.cause(drift.getCause()),
                drift.getChanges().stream().map(SyncMessages::change).toList(),
                drift.getWaiting(),
                drift.getNotes());
    }

    static Event request(Header header, SyncRequested request) {
        return new SyncRequest(
                Parts.within(header, request.getDelivery()),
                request.getApplication(),
                request.getGeneration(),
                request.getRevision(),
                request.getPlanDigest(),
                request.getChanges().size(),
                request.getRequester(),
                request.getReason());
    }

    static Event verdict(Header header, GateVerdict verdict) {
        return new Verdict(
                Parts.within(header, verdict.getDelivery()),
                verdict.getApplication(),
                verdict.getGeneration(),
                verdict.getRevision(),
                verdict.getDigest(),
                verdict.getPlanDigest(),
                Verdict.Decision.valueOf(verdict.getDecision().name()),
                verdict.getFindings().stream().map(SyncMessages::finding).toList(),
                verdict.getReason(),
                verdict.getValidUntil());
    }

    static Event result(Header header, SyncFinished result) {
        return new SyncResult(
                Parts.within(header, result.getDelivery()),
                result.getApplication(),
                result.getGeneration(),
                result.getRevision(),
                result.getDigest(),
                result.getPlanDigest(),
                SyncResult.Outcome.valueOf(result.getOutcome().name()),
                result.getReason(),
                Parts.health(result.getHealth()),
                result.getHealthMessage(),
                result.getSequence(),
                result.getObjects().stream().map(SyncMessages::object).toList(),
                result.getNotes(),
                result.getStartedAt(),
                result.getFinishedAt());
    }

    private static ObjectChange change(io.dabbawala.events.ObjectChange change) {
        return new ObjectChange(
                Parts.object(change.getObject()),
                ObjectChange.Change.valueOf(change.getChange().name()),
                change.getFields().stream().map(SyncMessages::field).toList(),
                Optional.ofNullable(change.getChangedBy()).map(SyncMessages::writer).orElse(null));
    }

    private static ObjectChange.Field field(FieldChange field) {
        return new ObjectChange.Field(field.getPath(), field.getLive(), field.getDesired());
    }

    private static ObjectChange.Writer writer(FieldWriter writer) {
        return new ObjectChange.Writer(writer.getManager(), writer.getTime());
    }

    private static Finding finding(io.dabbawala.events.Finding finding) {
        return new Finding(
                finding.getPolicy(),
                finding.getAction(),
                Parts.object(finding.getObject()),
                finding.getField(),
                finding.getMessage());
    }

    private static ObjectResult object(io.dabbawala.events.ObjectResult result) {
        return new ObjectResult(
                Parts.object(result.getObject()),
                ObjectResult.Outcome.valueOf(result.getOutcome().name()),
                Parts.health(result.getHealth()),
                result.getMessage());
    }

    private SyncMessages() {}
}
