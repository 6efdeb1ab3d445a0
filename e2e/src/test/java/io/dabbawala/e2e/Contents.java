package io.dabbawala.e2e;

import io.dabbawala.events.DesiredState;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Which desired states say of an object what was seen of it. */
final class Contents {

    private record Declaring(DesiredState state, Thing thing) {}

    private final List<Declaring> all = new ArrayList<>();

    private Contents() {}

    static Contents of(World world) {
        var contents = new Contents();
        world.desired()
                .values()
                .forEach(
                        states ->
                                states.forEach(
                                        state ->
                                                things(state)
                                                        .forEach(
                                                                thing ->
                                                                        contents.all.add(
                                                                                new Declaring(
                                                                                        state,
                                                                                        thing)))));
        return contents;
    }

    /** In the order they were desired. */
    List<DesiredState> declaring(Thing seen) {
        return all.stream()
                .filter(one -> one.state.getApplication().equals(seen.application()))
                .filter(one -> seen.isAs(one.thing))
                .map(Declaring::state)
                .toList();
    }

    @SuppressWarnings("unchecked")
    private static List<Thing> things(DesiredState state) {
        List<Map<String, Object>> manifests =
                Serialization.unmarshal(state.getManifests(), List.class);
        return manifests.stream()
                .map(one -> Thing.of(one, state.getDestination().getNamespace()))
                .toList();
    }
}
