package io.dabbawala.gitwatcher.declare.ledger;

import io.dabbawala.gitwatcher.watch.CommitSeen;

/** Something to say, and the commit that makes it so. */
public record Consequence(CommitSeen cause, Announcement announcement) {}
