package io.dabbawala.gitwatcher.sender;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The headers of a request; their names are the same in any case. */
public record Headers(Map<String, List<String>> byName) {

    public static final Headers NONE = new Headers(Map.of());

    public Headers {
        var folded = new TreeMap<String, List<String>>();
        byName.forEach(
                (name, values) ->
                        folded.computeIfAbsent(
                                        name.toLowerCase(Locale.ROOT), _ -> new ArrayList<>())
                                .addAll(values));
        byName = Map.copyOf(folded);
    }

    boolean has(String name) {
        return byName.containsKey(name.toLowerCase(Locale.ROOT));
    }

    /** The value; empty if there is none, or more than one, of which no one can be believed. */
    public String only(String name) {
        var values = byName.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
        return values.size() == 1 ? values.getFirst().strip() : "";
    }
}
