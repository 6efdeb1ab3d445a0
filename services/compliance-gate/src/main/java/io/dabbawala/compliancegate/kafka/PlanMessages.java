package io.dabbawala.compliancegate.kafka;

import io.dabbawala.compliancegate.plan.Cause;
import io.dabbawala.compliancegate.plan.Change;
import io.dabbawala.compliancegate.plan.Destination;
import io.dabbawala.compliancegate.plan.LiveField;
import io.dabbawala.compliancegate.plan.Plan;
import io.dabbawala.compliancegate.policy.ObjectRef;
import io.dabbawala.compliancegate.policy.Operation;
import io.dabbawala.events.ObjectChange;
import io.dabbawala.events.SyncRequested;
import java.util.Optional;

/** {@code sync-requests} in our words. */
final class PlanMessages {

    /** Why it cannot be judged: it says something that only a newer gate understands. */
    static Optional<String> problem(SyncRequested event) {
        if (event.getCause() == io.dabbawala.events.SyncCause.UNKNOWN) {
            return Optional.of("its cause is unknown");
        }
        return event.getChanges().stream()
                .filter(it -> it.getChange() == io.dabbawala.events.Change.UNKNOWN)
                .map(it -> "what it does to %s is unknown".formatted(it.getObject().getName()))
                .findFirst();
    }

    static Plan read(SyncRequested event) {
        var destination = event.getDestination();
        return new Plan(
                event.getApplication(),
                event.getDelivery(),
                event.getGeneration(),
                event.getRevision(),
                event.getDigest(),
                event.getPlanDigest(),
                event.getCluster(),
                event.getProject(),
                new Destination(
                        destination.getName(), destination.getServer(), destination.getNamespace()),
                event.getChanges().stream().map(PlanMessages::change).toList(),
                cause(event.getCause()),
                event.getRequester(),
                event.getRequestedAt());
    }

    private static Change change(ObjectChange change) {
        var object = change.getObject();
        return new Change(
                new ObjectRef(
                        object.getGroup(),
                        object.getVersion(),
                        object.getKind(),
                        object.getNamespace(),
                        object.getName()),
                operation(change.getChange()),
                change.getFields().stream()
                        .map(field -> new LiveField(field.getPath(), field.getLive()))
                        .toList());
    }

    private static Operation operation(io.dabbawala.events.Change change) {
        return switch (change) {
            case CREATE -> Operation.CREATE;
            case CORRECT, UNKNOWN -> Operation.UPDATE;
            case PRUNE -> Operation.DELETE;
        };
    }

    private static Cause cause(io.dabbawala.events.SyncCause cause) {
        return switch (cause) {
            case UNKNOWN -> Cause.UNKNOWN;
            case COMMIT -> Cause.COMMIT;
            case LIVE_CHANGE -> Cause.LIVE_CHANGE;
            case ROLLBACK -> Cause.ROLLBACK;
            case COMMAND -> Cause.COMMAND;
        };
    }

    private PlanMessages() {}
}
