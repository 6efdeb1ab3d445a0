package io.dabbawala.gitwatcher.declare;

import io.dabbawala.gitwatcher.declare.application.Application;
import io.dabbawala.gitwatcher.declare.application.Declaration;
import io.dabbawala.gitwatcher.declare.application.DesiredState;
import io.dabbawala.gitwatcher.declare.application.FluxKustomization;
import io.dabbawala.gitwatcher.declare.application.FluxTarget;
import io.dabbawala.gitwatcher.declare.ledger.Announcement;
import io.dabbawala.gitwatcher.declare.ledger.Consequence;
import io.dabbawala.gitwatcher.declare.ledger.Ledger;
import io.dabbawala.gitwatcher.render.CanonicalJson;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What becomes of the objects of applications that are withdrawn. A finalizer of the Application
 * says that they go, as with Argo CD; without it they stay. Of a Kustomization {@code prune} and
 * {@code deletionPolicy} say it. It is said before the declaration is taken back: if only the first
 * half of that arrives, it is said again.
 *
 * @param before what held before anything of this was said
 * @param after what holds once all of it is said
 */
record Withdrawals(Ledger before, Ledger after) {

    private static final String FINALIZER = "resources-finalizer.argocd.argoproj.io";

    /** All consequences, and for each withdrawn application its last state. */
    List<Consequence> told(List<Consequence> consequences, Instant now) {
        var all = new ArrayList<Consequence>();
        for (var consequence : consequences) {
            if (consequence.announcement() instanceof Announcement.Withdrawn(var key, _)) {
                lastState(key, now)
                        .map(Announcement.Desired::new)
                        .map(desired -> new Consequence(consequence.cause(), desired))
                        .ifPresent(all::add);
            }
            all.add(consequence);
        }
        return List.copyOf(all);
    }

    private Optional<DesiredState> lastState(String key, Instant now) {
        return before.declaration(key)
                .filter(one -> deliversObjects(one) && after.application(name(one)).isEmpty())
                .flatMap(
                        one ->
                                after.state(name(one))
                                        .filter(state -> state.generation() > 0)
                                        .filter(state -> !state.isWithdrawn())
                                        .map(state -> state.withdrawn(deletion(one), now)));
    }

    private static boolean deliversObjects(Declaration declaration) {
        return Application.isDeclaredBy(declaration) || FluxKustomization.isDeclaredBy(declaration);
    }

    private static String name(Declaration declaration) {
        return declaration.namespace() + "/" + declaration.name();
    }

    /** {@code foreground}, {@code background}, or {@code orphan}: the objects stay. */
    private static String deletion(Declaration declaration) {
        var declared = CanonicalJson.parse(declaration.json());
        if (FluxKustomization.isDeclaredBy(declaration)) {
            return new FluxTarget(declared.path("spec"), declaration.namespace()).deletion();
        }
        var finalizers = declared.path("metadata").path("finalizers");
        var deletion = "orphan";
        for (var finalizer : finalizers) {
            switch (finalizer.asText()) {
                case FINALIZER, FINALIZER + "/foreground" -> deletion = "foreground";
                case FINALIZER + "/background" -> deletion = "background";
                default -> {} // somebody else's
            }
        }
        return deletion;
    }
}
