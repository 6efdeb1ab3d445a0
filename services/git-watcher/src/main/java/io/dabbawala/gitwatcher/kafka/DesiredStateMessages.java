package io.dabbawala.gitwatcher.kafka;

import io.dabbawala.events.SyncCause;
import io.dabbawala.gitwatcher.declare.application.DesiredState;
import io.dabbawala.gitwatcher.declare.application.Destination;
import io.dabbawala.gitwatcher.declare.application.SyncPolicy;
import io.dabbawala.gitwatcher.declare.application.Target;
import io.dabbawala.gitwatcher.declare.repository.SourceProblem;
import io.dabbawala.gitwatcher.render.Problem;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

final class DesiredStateMessages {

    static DesiredState read(io.dabbawala.events.DesiredState event) {
        return new DesiredState(
                event.getApplication(),
                event.getDelivery(),
                event.getRepository(),
                event.getRevision(),
                event.getGeneration(),
                event.getDigest(),
                event.getManifests(),
                target(event),
                Objects.requireNonNullElse(event.getRolledBackFrom(), ""),
                problem(event.getProblem()),
                event.getDeclaredAt());
    }

    static io.dabbawala.events.DesiredState write(DesiredState state) {
        var target = state.target();
        return io.dabbawala.events.DesiredState.newBuilder()
                .setApplication(state.application())
                .setDelivery(state.delivery())
                .setRepository(state.repository())
                .setRevision(state.revision())
                .setGeneration(state.generation())
                .setDigest(state.digest())
                .setManifests(state.manifests())
                .setProject(target.project())
                .setDestination(write(target.destination()))
                .setSyncPolicy(write(target.syncPolicy()))
                .setSpec(target.spec())
                .setCause(state.isRollback() ? SyncCause.ROLLBACK : SyncCause.COMMIT)
                .setRolledBackFrom(state.isRollback() ? state.rolledBackFrom() : null)
                .setProblem(write(state.problem()))
                .setDeclaredAt(state.declaredAt())
                .build();
    }

    private static Target target(io.dabbawala.events.DesiredState event) {
        var destination = event.getDestination();
        var policy = event.getSyncPolicy();
        return new Target(
                event.getProject(),
                new Destination(
                        destination.getName(), destination.getServer(), destination.getNamespace()),
                new SyncPolicy(
                        policy.getAutomated(),
                        policy.getPrune(),
                        policy.getSelfHeal(),
                        policy.getAllowEmpty(),
                        policy.getSyncOptions()),
                event.getSpec());
    }

    private static @Nullable SourceProblem problem(
            io.dabbawala.events.@Nullable SourceProblem event) {
        return event == null
                ? null
                : new SourceProblem(
                        event.getRevision(),
                        new Problem(
                                event.getFile(),
                                event.getLine(),
                                event.getColumn(),
                                event.getReason()));
    }

    private static io.dabbawala.events.@Nullable SourceProblem write(
            @Nullable SourceProblem problem) {
        return problem == null
                ? null
                : io.dabbawala.events.SourceProblem.newBuilder()
                        .setRevision(problem.revision())
                        .setFile(problem.problem().file())
                        .setLine(problem.problem().line())
                        .setColumn(problem.problem().column())
                        .setReason(problem.problem().reason())
                        .build();
    }

    private static io.dabbawala.events.Destination write(Destination destination) {
        return io.dabbawala.events.Destination.newBuilder()
                .setName(destination.name())
                .setServer(destination.server())
                .setNamespace(destination.namespace())
                .build();
    }

    private static io.dabbawala.events.SyncPolicy write(SyncPolicy policy) {
        return io.dabbawala.events.SyncPolicy.newBuilder()
                .setAutomated(policy.automated())
                .setPrune(policy.prune())
                .setSelfHeal(policy.selfHeal())
                .setAllowEmpty(policy.allowEmpty())
                .setSyncOptions(policy.syncOptions())
                .build();
    }

    private DesiredStateMessages() {}
}
