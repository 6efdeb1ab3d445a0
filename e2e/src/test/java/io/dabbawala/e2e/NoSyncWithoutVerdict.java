package io.dabbawala.e2e;

import io.dabbawala.events.DesiredState;
import io.dabbawala.events.GateDecision;
import io.dabbawala.events.GateVerdict;
import io.dabbawala.events.ObjectOutcome;
import io.dabbawala.events.ObjectResult;
import io.dabbawala.events.SyncFinished;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Nothing is applied that was not admitted before: neither what the reconciler says it applied, nor
 * what was seen in the cluster.
 */
final class NoSyncWithoutVerdict implements Promise {

    static final Set<ObjectOutcome> CHANGES =
            Set.of(ObjectOutcome.CREATED, ObjectOutcome.CONFIGURED, ObjectOutcome.PRUNED);

    @Override
    public Stream<String> broken(World world) {
        var admitted =
                world.all(GateVerdict.class).stream()
                        .map(World.Told::event)
                        .filter(verdict -> verdict.getDecision() == GateDecision.ADMITTED)
                        .toList();
        return Stream.concat(told(world, admitted), seen(world, admitted));
    }

    private static Stream<String> told(World world, List<GateVerdict> admitted) {
        return world.all(SyncFinished.class).stream()
                .map(World.Told::event)
                .filter(sync -> sync.getObjects().stream().anyMatch(NoSyncWithoutVerdict::changes))
                .filter(sync -> admitted.stream().noneMatch(verdict -> allows(verdict, sync)))
                .map(
                        sync ->
                                "no sync without a verdict: %s: SyncFinished of generation %d (plan %s) follows no GateVerdict that admitted it"
                                        .formatted(
                                                sync.getApplication(),
                                                sync.getGeneration(),
                                                sync.getPlanDigest()));
    }

    static boolean changes(ObjectResult result) {
        return CHANGES.contains(result.getOutcome());
    }

    private static boolean allows(GateVerdict verdict, SyncFinished sync) {
        return verdict.getApplication().equals(sync.getApplication())
                && verdict.getGeneration() == sync.getGeneration()
                && verdict.getDigest().equals(sync.getDigest())
                && verdict.getPlanDigest().equals(sync.getPlanDigest())
                && !verdict.getJudgedAt().isAfter(sync.getStartedAt());
    }

    private static Stream<String> seen(World world, List<GateVerdict> admitted) {
        var contents = Contents.of(world);
        return world.writes().stream()
                .filter(write -> !write.thing().application().isEmpty())
                .filter(write -> !write.thing().isEdited())
                .filter(
                        write ->
                                contents.declaring(write.thing()).stream()
                                        .noneMatch(state -> isAdmitted(state, write, admitted)))
                .map(
                        write ->
                                "no sync without a verdict: %s: %s was seen in the cluster as no desired state declares it that a GateVerdict had admitted: %s"
                                        .formatted(
                                                write.thing().application(),
                                                write.thing().name(),
                                                write.thing().content()));
    }

    private static boolean isAdmitted(
            DesiredState state, World.Write write, List<GateVerdict> admitted) {
        return admitted.stream()
                .anyMatch(
                        verdict ->
                                verdict.getApplication().equals(state.getApplication())
                                        && verdict.getDigest().equals(state.getDigest())
                                        && !verdict.getJudgedAt().isAfter(write.seenAt()));
    }
}
