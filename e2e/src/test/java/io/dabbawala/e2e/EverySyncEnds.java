package io.dabbawala.e2e;

import io.dabbawala.events.SyncFinished;
import io.dabbawala.events.SyncOutcome;
import java.util.stream.Stream;

/** What is desired last is told to be there. */
final class EverySyncEnds implements Promise {

    @Override
    public Stream<String> broken(World world) {
        return world.desired().entrySet().stream()
                .filter(
                        entry ->
                                !isTold(
                                        world,
                                        entry.getKey(),
                                        entry.getValue().getLast().getGeneration()))
                .map(
                        entry ->
                                "every sync ends: %s: DesiredState of generation %d has no SyncFinished that succeeded"
                                        .formatted(
                                                entry.getKey(),
                                                entry.getValue().getLast().getGeneration()));
    }

    private static boolean isTold(World world, String application, long generation) {
        return world.all(SyncFinished.class).stream()
                .map(World.Told::event)
                .anyMatch(
                        sync ->
                                sync.getApplication().equals(application)
                                        && sync.getGeneration() == generation
                                        && sync.getOutcome() == SyncOutcome.SUCCEEDED);
    }
}
