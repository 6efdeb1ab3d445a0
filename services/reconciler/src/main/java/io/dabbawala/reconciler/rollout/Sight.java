package io.dabbawala.reconciler.rollout;

import io.dabbawala.reconciler.object.LiveObject;
import io.dabbawala.reconciler.object.ObjectRef;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** One look at the objects of a rollout. */
record Sight(Map<ObjectRef, LiveObject> objects, Instant at) {

    Optional<LiveObject> of(ObjectRef ref) {
        return Optional.ofNullable(objects.get(ref));
    }

    Optional<Standing> standing(Canary canary) {
        return of(canary.primary()).flatMap(StandingNotes::read);
    }

    /** The canary is ready only when pods of it run; that none have to is no readiness. */
    Readiness readiness(Canary canary, Standing standing) {
        var target = of(canary.target()).map(DeploymentStatus::of);
        var primary = of(canary.primary()).map(DeploymentStatus::of);
        var changing =
                switch (standing.stage()) {
                    case Stage.Progressing _ -> target;
                    case Stage.Initializing _, Stage.Promoting _, Stage.Finalising _ -> primary;
                    case Stage.Initialized _, Stage.Succeeded _, Stage.Failed _ ->
                            Optional.<DeploymentStatus>empty();
                };
        return new Readiness(
                target.filter(it -> it.replicas() > 0)
                        .filter(it -> it.isReady(canary.readyThreshold("canary")))
                        .isPresent(),
                primary.filter(it -> it.isReady(canary.readyThreshold("primary"))).isPresent(),
                changing.filter(it -> it.isOverdue(canary.progressDeadline(), standing.since(), at))
                        .isPresent());
    }
}
