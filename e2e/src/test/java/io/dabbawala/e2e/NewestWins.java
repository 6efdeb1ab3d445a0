package io.dabbawala.e2e;

import io.dabbawala.events.DesiredState;
import io.dabbawala.events.SyncFinished;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Stream;

/**
 * Newest wins, never backwards: generations never fall, neither as they are desired, nor as they
 * are carried out, nor as they are seen in the cluster.
 */
final class NewestWins implements Promise {

    @Override
    public Stream<String> broken(World world) {
        return Stream.of(desired(world), carriedOut(world), seen(world)).flatMap(List::stream);
    }

    private static List<String> desired(World world) {
        var broken = new ArrayList<String>();
        world.desired()
                .forEach(
                        (application, states) ->
                                broken.addAll(
                                        falls(
                                                application,
                                                "DesiredState",
                                                states.stream()
                                                        .map(DesiredState::getGeneration)
                                                        .toList())));
        return broken;
    }

    private static List<String> carriedOut(World world) {
        var generations = new HashMap<String, List<Long>>();
        for (var told : world.all(SyncFinished.class)) {
            var sync = told.event();
            if (sync.getObjects().stream().anyMatch(NoSyncWithoutVerdict::changes)) {
                generations
                        .computeIfAbsent(sync.getApplication(), _ -> new ArrayList<>())
                        .add(sync.getGeneration());
            }
        }
        var broken = new ArrayList<String>();
        generations.forEach(
                (application, all) -> broken.addAll(falls(application, "SyncFinished", all)));
        return broken;
    }

    private static List<String> falls(String application, String event, List<Long> generations) {
        var broken = new ArrayList<String>();
        var newest = 0L;
        for (var generation : generations) {
            if (generation < newest) {
                broken.add(
                        "newest wins: %s: %s of generation %d comes after one of generation %d"
                                .formatted(application, event, generation, newest));
            }
            newest = Math.max(newest, generation);
        }
        return broken;
    }

    /** Contents may come back in later generations: the lowest possible one is assumed. */
    private static List<String> seen(World world) {
        var contents = Contents.of(world);
        var newest = new HashMap<Thing.Name, Long>();
        var broken = new ArrayList<String>();
        for (var write : world.writes()) {
            var name = write.thing().name();
            var before = newest.getOrDefault(name, 0L);
            var generations =
                    contents.declaring(write.thing()).stream()
                            .mapToLong(DesiredState::getGeneration)
                            .sorted()
                            .toArray();
            var now = Arrays.stream(generations).filter(one -> one >= before).findFirst();
            if (now.isPresent()) {
                newest.put(name, now.getAsLong());
            } else if (generations.length > 0) {
                broken.add(
                        "newest wins: %s: %s was seen in the cluster as of generation %d after it was as of generation %d"
                                .formatted(
                                        write.thing().application(),
                                        name,
                                        generations[generations.length - 1],
                                        before));
            }
        }
        return broken;
    }
}
