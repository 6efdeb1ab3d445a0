package io.dabbawala.gitwatcher.watch;

/**
 * A ref that points somewhere else now. {@code from} is empty for a new one, {@code to} for a
 * deleted one.
 */
public record RefMove(String ref, String from, String to) {

    public boolean creates() {
        return from.isEmpty();
    }

    public boolean deletes() {
        return to.isEmpty();
    }
}
