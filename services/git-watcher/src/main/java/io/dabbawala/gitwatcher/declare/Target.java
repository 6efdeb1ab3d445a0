package io.dabbawala.gitwatcher.declare;

/**
 * Where an application goes and how: what its declaration says beside the source.
 *
 * @param spec all of it, as canonical JSON; empty if it is not known
 */
public record Target(String project, Destination destination, SyncPolicy syncPolicy, String spec) {}
