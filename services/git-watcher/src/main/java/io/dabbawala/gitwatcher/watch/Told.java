package io.dabbawala.gitwatcher.watch;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The last move of each branch and tag that anybody told of, by ref. */
public record Told(Map<String, RefMove> last) {

    public static final Told NOTHING = new Told(Map.of());

    public Told {
        last = Map.copyOf(last);
    }

    /** With these told of after it. */
    public Told with(Told later) {
        var all = new TreeMap<>(last);
        all.putAll(later.last);
        return new Told(all);
    }

    public Told with(List<CommitSeen> later) {
        var moves = new TreeMap<String, RefMove>();
        later.stream().map(CommitSeen::move).forEach(move -> moves.put(move.ref(), move));
        return with(new Told(moves));
    }

    /** Whether these refs are as they were told; a mirror that was not ours for a while is not. */
    public boolean isIn(Refs recorded) {
        return last.values().stream()
                .allMatch(move -> recorded.byName().getOrDefault(move.ref(), "").equals(move.to()));
    }

    /** What nobody told of yet. Where HEAD is follows from the branch it is. */
    public List<RefMove> movesTo(Refs there) {
        var told = new TreeMap<String, String>();
        last.values().stream()
                .filter(move -> !move.deletes())
                .forEach(move -> told.put(move.ref(), move.to()));
        if (there.byName().containsKey(Refs.HEAD)) {
            told.put(Refs.HEAD, there.byName().get(Refs.HEAD));
        }
        return new Refs(told).movesTo(there);
    }

    /** What was told of the refs that are still where they were. */
    public List<RefMove> standingAt(Refs there) {
        return last.values().stream()
                .filter(move -> move.to().equals(there.byName().get(move.ref())))
                .sorted((one, other) -> one.ref().compareTo(other.ref()))
                .toList();
    }
}
