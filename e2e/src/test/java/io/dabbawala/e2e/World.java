package io.dabbawala.e2e;

import io.dabbawala.events.DesiredState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecordBase;

/**
 * What is there at the end of a story, and how it came about: Git, the topics from their beginning,
 * and the cluster as somebody saw it who watched.
 *
 * @param git what the branch holds now
 * @param events in the order of their partitions
 * @param live what is in the cluster now
 * @param writes every content that was seen there, in order
 */
record World(GitHead git, List<EventLog.Entry> events, List<Thing> live, List<Write> writes) {

    World {
        events = List.copyOf(events);
        live = List.copyOf(live);
        writes = List.copyOf(writes);
    }

    /** An object was seen to be so. */
    record Write(Thing thing, Instant seenAt) {}

    /** An event, and the id it has. */
    record Told<T>(String id, T event) {}

    <T extends SpecificRecordBase> List<Told<T>> all(Class<T> type) {
        return events.stream()
                .filter(entry -> type.isInstance(entry.value()))
                .map(entry -> new Told<>(entry.id(), type.cast(entry.value())))
                .toList();
    }

    /** By application, in the order they were desired. */
    Map<String, List<DesiredState>> desired() {
        var desired = new LinkedHashMap<String, List<DesiredState>>();
        for (var told : all(DesiredState.class)) {
            desired.computeIfAbsent(told.event().getApplication(), _ -> new ArrayList<>())
                    .add(told.event());
        }
        return desired;
    }
}
