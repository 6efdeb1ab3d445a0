package io.dabbawala.gitwatcher.declare;

/** Where an application goes and how: what its declaration says beside the source. */
public record Target(String project, Destination destination, SyncPolicy syncPolicy) {}
