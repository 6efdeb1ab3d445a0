package io.dabbawala.console.event;

import java.util.List;

/**
 * The cluster differs from the desired state.
 *
 * @param waiting what the reconciler waits for before it asks, beginning with a code; empty if it
 *     waits for nothing
 * @param notes what the application asks for in vain, each beginning with a code
 */
public record Drift(
        Header header,
        String application,
        long generation,
        String revision,
        String planDigest,
        SyncCause cause,
        List<ObjectChange> changes,
        String waiting,
        List<String> notes)
        implements Event {

    public Drift {
        changes = List.copyOf(changes);
        notes = List.copyOf(notes);
    }

    @Override
    public String summary() {
        var what = Sentence.list(changes.stream().map(ObjectChange::sentence).toList(), 3);
        return cause == SyncCause.LIVE_CHANGE
                ? "drift found: " + what
                : "the cluster differs from %s: %s".formatted(Sentence.revision(revision), what);
    }
}
