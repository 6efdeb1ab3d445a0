package io.dabbawala.gitwatcher.watch;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Branches, tags and HEAD of a repository, each with the commit it points to. */
public record Refs(Map<String, String> byName) {

    public static final Refs NONE = new Refs(Map.of());
    public static final String HEAD = "HEAD";
    private static final int COMMIT_ID = 40;
    private static final Pattern HEXADECIMAL = Pattern.compile("[0-9a-f]+");

    public Refs {
        byName = Map.copyOf(byName);
    }

    public boolean isEmpty() {
        return byName.isEmpty();
    }

    /** Every name that points somewhere else there, in order. */
    public List<RefMove> differencesTo(Refs there) {
        var names = new TreeSet<>(byName.keySet());
        names.addAll(there.byName.keySet());
        return names.stream()
                .map(name -> move(name, there))
                .filter(move -> !move.from().equals(move.to()))
                .toList();
    }

    /** The moves of branches and tags, and of HEAD when no branch moved to where it is now. */
    public List<RefMove> movesTo(Refs there) {
        var all = differencesTo(there);
        return all.stream().filter(move -> !move.ref().equals(HEAD) || isAlone(move, all)).toList();
    }

    private static boolean isAlone(RefMove head, List<RefMove> all) {
        return !head.deletes()
                && all.stream().filter(move -> move.to().equals(head.to())).count() == 1;
    }

    /** What a targetRevision means here: nothing and HEAD, a branch, a tag, a full commit id. */
    public Optional<String> resolve(String target) {
        if (target.length() == COMMIT_ID && HEXADECIMAL.matcher(target).matches()) {
            return Optional.of(target);
        }
        return target.isEmpty() || target.equals(HEAD)
                ? at(HEAD)
                : at("refs/heads/" + target)
                        .or(() -> at("refs/tags/" + target))
                        .or(() -> at(target));
    }

    private Optional<String> at(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    private RefMove move(String name, Refs there) {
        return new RefMove(
                name, byName.getOrDefault(name, ""), there.byName.getOrDefault(name, ""));
    }

    @Override
    public String toString() {
        return new TreeMap<>(byName).toString();
    }
}
