package io.dabbawala.gitwatcher.declare.rollback;

import io.dabbawala.gitwatcher.declare.repository.Source;

/**
 * What takes a revision that was rolled back out of Git too: a folder of a branch as it was before.
 *
 * @param source whose branch it is
 * @param head where the branch is now
 * @param path the root empty
 * @param from the revision that is bad
 * @param to the revision that was good
 */
public record Revert(
        String application,
        Source source,
        String branch,
        String head,
        String path,
        String from,
        String to) {

    /** The same for the same revert, however often it is proposed. */
    public String proposedBranch() {
        return "dabbawala/revert-%s-of-%s"
                .formatted(from.substring(0, 12), application.replace('/', '-'));
    }

    public String title() {
        return "Revert %s to %s".formatted(application, to.substring(0, 12));
    }

    public String text() {
        return """
                %s was rolled back from %s to %s. This brings the folder %s of %s back to what it was there; \
                without it the next commit to the folder delivers the rest of %s again.
                """
                .formatted(application, from, to, path.isEmpty() ? "/" : path, branch, from);
    }
}
