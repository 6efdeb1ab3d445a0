package io.dabbawala.reconciler.health;

import io.dabbawala.reconciler.health.Health.Status;
import io.dabbawala.reconciler.plan.LiveObject;
import java.util.Collection;
import java.util.Comparator;

/** The health of an application: that of its worst object. */
public final class ApplicationHealth {

    private static final String IGNORED = "argocd.argoproj.io/ignore-healthcheck";

    /**
     * @param live those of its declared objects that are there
     * @param declared how many there should be
     */
    public static Health of(Collection<LiveObject> live, int declared) {
        if (live.isEmpty() && declared > 0) {
            return new Health(Status.MISSING, "none of %d objects is there".formatted(declared));
        }
        return live.stream()
                .filter(ApplicationHealth::counts)
                .flatMap(
                        object ->
                                ObjectHealth.of(object)
                                        .map(health -> said(object, health))
                                        .stream())
                .max(Comparator.comparing(Health::status))
                .orElseGet(Health::healthy);
    }

    private static Health said(LiveObject object, Health health) {
        var text =
                health.status() == Status.HEALTHY
                        ? ""
                        : "%s: %s".formatted(object.ref(), health.message());
        return new Health(health.status(), text);
    }

    /** An application among the objects answers for itself. */
    private static boolean counts(LiveObject object) {
        return !object.annotation(IGNORED).equals("true")
                && !object.ref().isOfKind("argoproj.io", "Application");
    }

    private ApplicationHealth() {}
}
