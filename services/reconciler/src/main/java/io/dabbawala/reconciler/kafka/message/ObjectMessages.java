package io.dabbawala.reconciler.kafka.message;

import io.dabbawala.events.Change;
import io.dabbawala.events.FieldChange;
import io.dabbawala.events.FieldWriter;
import io.dabbawala.events.Health;
import io.dabbawala.events.ObjectChange;
import io.dabbawala.events.ObjectRef;
import io.dabbawala.events.SyncCause;
import io.dabbawala.reconciler.plan.SyncStep;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The words that several of our events share. */
final class ObjectMessages {

    static ObjectRef write(io.dabbawala.reconciler.object.ObjectRef ref) {
        return ObjectRef.newBuilder()
                .setGroup(ref.group())
                .setVersion(ref.version())
                .setKind(ref.kind())
                .setNamespace(ref.namespace())
                .setName(ref.name())
                .build();
    }

    static List<ObjectChange> write(Stream<SyncStep> steps) {
        return steps.flatMap(ObjectMessages::write).toList();
    }

    static SyncCause write(io.dabbawala.reconciler.application.SyncCause cause) {
        return switch (cause) {
            case COMMIT -> SyncCause.COMMIT;
            case LIVE_CHANGE -> SyncCause.LIVE_CHANGE;
            case ROLLBACK -> SyncCause.ROLLBACK;
            case COMMAND -> SyncCause.COMMAND;
        };
    }

    static Health write(io.dabbawala.reconciler.health.Health.Status status) {
        return switch (status) {
            case HEALTHY -> Health.HEALTHY;
            case SUSPENDED -> Health.SUSPENDED;
            case PROGRESSING -> Health.PROGRESSING;
            case MISSING -> Health.MISSING;
            case DEGRADED -> Health.DEGRADED;
            case UNKNOWN -> Health.UNKNOWN;
        };
    }

    private static Stream<ObjectChange> write(SyncStep step) {
        return switch (step) {
            case SyncStep.Create(var manifest) ->
                    Stream.of(change(manifest.ref(), Change.CREATE, List.of(), null));
            case SyncStep.Correct(var manifest, _, var fields, var writer) ->
                    Stream.of(change(manifest.ref(), Change.CORRECT, fields, writer));
            case SyncStep.Prune(var live) ->
                    Stream.of(change(live.ref(), Change.PRUNE, List.of(), null));
            case SyncStep.Hook(_, var manifest) ->
                    Stream.of(change(manifest.ref(), Change.CREATE, List.of(), null));
            case SyncStep.Keep _ -> Stream.empty();
        };
    }

    private static ObjectChange change(
            io.dabbawala.reconciler.object.ObjectRef ref,
            Change change,
            List<io.dabbawala.reconciler.object.FieldChange> fields,
            io.dabbawala.reconciler.object.@Nullable FieldWriter writer) {
        return ObjectChange.newBuilder()
                .setObject(write(ref))
                .setChange(change)
                .setFields(fields.stream().map(ObjectMessages::write).toList())
                .setChangedBy(writer == null ? null : write(writer))
                .build();
    }

    private static FieldChange write(io.dabbawala.reconciler.object.FieldChange change) {
        var writer = change.changedBy();
        return FieldChange.newBuilder()
                .setPath(change.pointer())
                .setLive(change.live())
                .setDesired(change.desired())
                .setChangedBy(writer == null ? null : write(writer))
                .build();
    }

    private static FieldWriter write(io.dabbawala.reconciler.object.FieldWriter writer) {
        return FieldWriter.newBuilder()
                .setManager(writer.manager())
                .setOperation(writer.operation())
                .setTime(writer.time())
                .build();
    }

    private ObjectMessages() {}
}
