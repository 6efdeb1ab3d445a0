package io.dabbawala.console.timeline;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;

/** Events in the order of time, never an effect before its cause. */
public final class Story {

    /** A turn tells at once what it found and what it asks for: the request comes second. */
    private static final Comparator<Entry> BY_TIME =
            Comparator.comparing((Entry entry) -> entry.header().time())
                    .thenComparing(entry -> entry.header().type().equals("SyncRequested"))
                    .thenComparing(Entry::cursor);

    public static List<Entry> of(List<Entry> entries) {
        var sorted = entries.stream().sorted(BY_TIME).toList();
        var byId = sorted.stream().collect(toMap(entry -> entry.header().id(), identity()));
        var told = new LinkedHashSet<Entry>();
        sorted.forEach(entry -> tell(entry, byId, told));
        return List.copyOf(told);
    }

    private static void tell(Entry entry, Map<String, Entry> byId, SequencedSet<Entry> told) {
        var untold = new ArrayList<Entry>();
        var next = entry;
        while (next != null && !told.contains(next) && !untold.contains(next)) {
            untold.add(next);
            next = byId.get(next.header().cause());
        }
        told.addAll(untold.reversed());
    }

    private Story() {}
}
