package io.dabbawala.gitwatcher.declare.ledger;

import java.time.Instant;

/** Names deliveries: the same seed at the same time is the same delivery. */
@FunctionalInterface
public interface DeliveryIds {

    String derived(Instant at, String seed);
}
