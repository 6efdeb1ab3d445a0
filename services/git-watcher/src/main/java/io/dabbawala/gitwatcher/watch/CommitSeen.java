package io.dabbawala.gitwatcher.watch;

/** A move with what it brought. {@code commit} is the new end, of a deleted ref the old one. */
public record CommitSeen(String repository, RefMove move, Commit commit, Range range) {

    /** The name of this occurrence: the same however often it is seen. */
    public String seed() {
        return String.join("|", move.ref(), move.from(), move.to());
    }
}
