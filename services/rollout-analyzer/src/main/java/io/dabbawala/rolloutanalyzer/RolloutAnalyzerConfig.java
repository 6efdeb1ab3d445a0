package io.dabbawala.rolloutanalyzer;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

@ConfigMapping(prefix = "rollout-analyzer")
public interface RolloutAnalyzerConfig {

    /** Fewer requests than this in a metric's interval are no measurement: the rollout waits. */
    @WithDefault("50")
    long minimumRequests();

    /** How long it may wait for enough requests; from then on too few are a failed check. */
    @WithDefault("PT5M")
    Duration maxBlind();
}
