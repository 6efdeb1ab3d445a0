package io.dabbawala.gitwatcher.generate.forge;

import java.util.List;

/**
 * A branch of a repository a forge knows.
 *
 * @param id as the forge numbers it; empty if it does not
 * @param paths files and folders of the branch that filters ask for
 */
public record ForgeRepository(
        String organization,
        String repository,
        String id,
        String url,
        String branch,
        String sha,
        List<String> labels,
        List<String> paths) {

    public ForgeRepository {
        labels = List.copyOf(labels);
        paths = List.copyOf(paths);
    }
}
