package io.dabbawala.gitwatcher.declare.repository;

import io.dabbawala.gitwatcher.source.Tool;
import io.dabbawala.gitwatcher.watch.RepositoryUrl;

/**
 * Where manifests of an application come from.
 *
 * @param path as Git names it, the root empty
 * @param ref what value files of other sources call it; empty if they do not
 * @param isRendered false for a source that only has files for others
 */
public record Origin(
        RepositoryUrl url,
        String targetRevision,
        String path,
        Tool tool,
        String ref,
        boolean isRendered) {

    public boolean isAtTheSamePlaceAs(Origin other) {
        return url.equals(other.url) && targetRevision.equals(other.targetRevision);
    }
}
