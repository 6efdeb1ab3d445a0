package io.dabbawala.gitwatcher.declare.repository;

import io.dabbawala.gitwatcher.source.Renderer;
import io.dabbawala.gitwatcher.source.Tool;
import io.dabbawala.gitwatcher.watch.RepositoryUrl;
import java.util.List;
import java.util.Optional;

/**
 * The configured repositories: the only ones anything is ever read from.
 *
 * @param renderer makes manifests of what they hold
 */
public record Sources(List<Source> all, Renderer renderer) {

    public Sources {
        all = List.copyOf(all);
    }

    public Optional<Source> named(String name) {
        return all.stream().filter(source -> source.name().equals(name)).findFirst();
    }

    public Optional<Source> at(RepositoryUrl url) {
        return all.stream().filter(source -> source.url().equals(url)).findFirst();
    }

    public static String unknown(Origin origin) {
        return origin.tool() instanceof Tool.Unsupported(var reason)
                ? reason
                : "repository %s is not configured".formatted(origin.url().value());
    }

    public static String unresolved(Origin origin) {
        return "there is no branch, tag or commit %s".formatted(origin.targetRevision());
    }
}
