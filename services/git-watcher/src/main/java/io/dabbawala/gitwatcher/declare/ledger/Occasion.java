package io.dabbawala.gitwatcher.declare.ledger;

import java.time.Instant;

/**
 * When something is decided.
 *
 * @param since the time of its cause, the same however often it is decided
 */
public record Occasion(Instant since, Instant now) {}
