package io.dabbawala.reconciler.health;

import io.dabbawala.reconciler.object.LiveObject;
import java.util.Optional;

/**
 * How an object is: one that is being deleted is progressing, then somebody's own rules count, then
 * those of its kind. A hook that only its own finalizer keeps is judged like any other object.
 */
public final class ObjectHealth implements HealthRules {

    /** Nobody has rules of their own. */
    public static final HealthRules BUILT_IN = new ObjectHealth(HealthRules.NONE);

    private final HealthRules own;

    /**
     * @param own what they have no opinion about is left to the rules of the kind
     */
    public ObjectHealth(HealthRules own) {
        this.own = own;
    }

    /** By the rules of its kind alone. */
    public static Optional<Health> of(LiveObject object) {
        return BUILT_IN.assess(object);
    }

    @Override
    public Optional<Health> assess(LiveObject object) {
        if (object.isTerminating() && !HookMarks.keepsHook(object)) {
            return Optional.of(Health.progressing("Pending deletion"));
        }
        return own.assess(object).or(() -> BuiltInHealth.of(object));
    }
}
