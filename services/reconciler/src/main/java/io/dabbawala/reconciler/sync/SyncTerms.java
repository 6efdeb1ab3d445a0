package io.dabbawala.reconciler.sync;

import io.dabbawala.reconciler.cluster.Clusters;
import io.dabbawala.reconciler.health.HealthRules;
import java.time.Duration;

/**
 * What holds for every sync.
 *
 * @param timeout how long one may take; zero: as long as it likes
 * @param health who says how objects are
 * @param clusters where applications may go
 */
public record SyncTerms(Duration timeout, HealthRules health, Clusters clusters) {}
