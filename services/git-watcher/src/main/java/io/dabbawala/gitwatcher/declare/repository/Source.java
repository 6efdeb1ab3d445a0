package io.dabbawala.gitwatcher.declare.repository;

import io.dabbawala.gitwatcher.render.SourceTree;
import io.dabbawala.gitwatcher.watch.Repository;
import io.dabbawala.gitwatcher.watch.RepositoryUrl;

/** A configured repository. */
public record Source(
        String name,
        RepositoryUrl url,
        Repository repository,
        SourceTree tree,
        DeliveryFolder folder) {}
