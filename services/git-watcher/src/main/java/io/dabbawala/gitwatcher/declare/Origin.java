package io.dabbawala.gitwatcher.declare;

import io.dabbawala.gitwatcher.render.Directory;
import io.dabbawala.gitwatcher.watch.RepositoryUrl;

/** Where an application's manifests come from. {@code path} is as Git names it, the root empty. */
public record Origin(RepositoryUrl url, String targetRevision, String path, Directory directory) {}
