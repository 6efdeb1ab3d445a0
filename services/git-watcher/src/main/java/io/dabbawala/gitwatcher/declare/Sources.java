package io.dabbawala.gitwatcher.declare;

import io.dabbawala.gitwatcher.watch.RepositoryUrl;
import java.util.List;
import java.util.Optional;

/** The configured repositories: the only ones anything is ever read from. */
public record Sources(List<Source> all) {

    public Sources {
        all = List.copyOf(all);
    }

    public Optional<Source> named(String name) {
        return all.stream().filter(source -> source.name().equals(name)).findFirst();
    }

    Optional<Source> at(RepositoryUrl url) {
        return all.stream().filter(source -> source.url().equals(url)).findFirst();
    }
}
