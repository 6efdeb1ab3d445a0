package io.dabbawala.reconciler.sync;

import io.dabbawala.reconciler.health.HealthRules;
import java.time.Duration;

/**
 * What holds for every sync.
 *
 * @param timeout how long one may take; zero: as long as it likes
 * @param health who says how objects are
 */
public record SyncTerms(Duration timeout, HealthRules health) {}
