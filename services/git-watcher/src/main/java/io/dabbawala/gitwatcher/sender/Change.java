package io.dabbawala.gitwatcher.sender;

import java.util.List;

/**
 * A ref that moved, as the sender tells it. Nothing of it is verified.
 *
 * @param repositories addresses of the repository as the sender spells them, at least one
 * @param before the commit it was at; empty for a new one, and where the sender does not say
 * @param after the commit it is at; empty for one that was deleted, and where the sender does not
 *     say
 * @param actor who did it; empty if the sender does not say
 */
public record Change(
        List<String> repositories,
        ChangedRef ref,
        String before,
        String after,
        ChangedPaths paths,
        String actor) {

    public Change {
        repositories = List.copyOf(repositories);
    }
}
