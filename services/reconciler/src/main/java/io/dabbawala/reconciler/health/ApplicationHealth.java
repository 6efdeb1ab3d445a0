package io.dabbawala.reconciler.health;

import io.dabbawala.reconciler.health.Health.Status;
import io.dabbawala.reconciler.object.LiveObject;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The health of an application: that of its worst object. Objects that ask to be ignored and those
 * without an opinion do not count.
 */
public final class ApplicationHealth {

    private static final String IGNORED = "argocd.argoproj.io/ignore-healthcheck";

    /** By the rules of the kinds alone. */
    public static Health of(Collection<LiveObject> live, int declared) {
        return of(live, declared, ObjectHealth.BUILT_IN);
    }

    /**
     * @param live those of its declared objects that are there, hooks apart; the others do not make
     *     it worse
     * @param declared how many there should be: none of them there is {@code Missing}
     */
    public static Health of(Collection<LiveObject> live, int declared, HealthRules rules) {
        if (live.isEmpty() && declared > 0) {
            return new Health(Status.MISSING, "none of %d objects is there".formatted(declared));
        }
        return live.stream()
                .flatMap(object -> opinion(object, rules))
                .max(Comparator.comparing(Health::status))
                .orElseGet(Health::healthy);
    }

    private static Stream<Health> opinion(LiveObject object, HealthRules rules) {
        return Optional.of(object)
                .filter(one -> !one.annotation(IGNORED).equals("true"))
                .flatMap(rules::assess)
                .filter(health -> !isSilent(object, health))
                .map(health -> said(object, health))
                .stream();
    }

    /** An application among the objects that is missing or unknown answers for itself. */
    private static boolean isSilent(LiveObject object, Health health) {
        return object.ref().isOfKind("argoproj.io", "Application")
                && (health.status() == Status.MISSING || health.status() == Status.UNKNOWN);
    }

    private static Health said(LiveObject object, Health health) {
        var text =
                health.status() == Status.HEALTHY
                        ? ""
                        : "%s: %s".formatted(object.ref(), health.message());
        return new Health(health.status(), text);
    }

    private ApplicationHealth() {}
}
