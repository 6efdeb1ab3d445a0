package io.dabbawala.e2e;

import java.util.List;
import java.util.stream.Stream;

/** In the end the cluster has what Git declares, so and not otherwise, and nothing else of ours. */
final class ClusterIsAsGitSays implements Promise {

    @Override
    public Stream<String> broken(World world) {
        return Stream.concat(missing(world), extra(world));
    }

    private static Stream<String> missing(World world) {
        return world.git().applications().entrySet().stream()
                .flatMap(
                        entry ->
                                entry.getValue().stream()
                                        .filter(
                                                thing ->
                                                        world.live().stream()
                                                                .noneMatch(
                                                                        live -> live.isAs(thing)))
                                        .map(
                                                thing ->
                                                        sentence(
                                                                entry.getKey(),
                                                                thing,
                                                                world.live())));
    }

    private static String sentence(String application, Thing thing, List<Thing> all) {
        return "the cluster is as Git says: %s: %s should be %s, and is %s"
                .formatted(
                        application,
                        thing.name(),
                        thing.content(),
                        all.stream()
                                .filter(live -> live.name().equals(thing.name()))
                                .map(live -> live.content().toString())
                                .findFirst()
                                .orElse("missing"));
    }

    private static Stream<String> extra(World world) {
        var declared =
                world.git().applications().values().stream()
                        .flatMap(List::stream)
                        .map(Thing::name)
                        .toList();
        return world.live().stream()
                .filter(live -> !live.application().isEmpty() && !declared.contains(live.name()))
                .map(
                        live ->
                                "the cluster is as Git says: %s: %s is there and nothing declares it"
                                        .formatted(live.application(), live.name()));
    }
}
