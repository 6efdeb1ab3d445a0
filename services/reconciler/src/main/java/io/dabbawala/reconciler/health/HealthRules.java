package io.dabbawala.reconciler.health;

import io.dabbawala.reconciler.object.LiveObject;
import java.util.Optional;

/** One set of rules that says how objects are. */
@FunctionalInterface
public interface HealthRules {

    /** Rules that never have an opinion. */
    HealthRules NONE = _ -> Optional.empty();

    /** Empty if nobody has an opinion about this object: then it does not matter. */
    Optional<Health> assess(LiveObject object);
}
