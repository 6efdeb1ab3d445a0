package io.dabbawala.gitwatcher.declare.repository;

import io.dabbawala.gitwatcher.render.Problem;

/** What keeps a revision from being rendered. */
public record SourceProblem(String revision, Problem problem) {}
