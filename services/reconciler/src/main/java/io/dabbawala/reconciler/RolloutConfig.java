package io.dabbawala.reconciler;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

@ConfigMapping(prefix = "reconciler.rollout")
public interface RolloutConfig {

    /** How often every rollout is looked at when nothing happens: deadlines pass silently. */
    @WithDefault("PT10S")
    Duration lookInterval();
}
