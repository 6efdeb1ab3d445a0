package io.dabbawala.gitwatcher.declare;

import io.dabbawala.gitwatcher.render.CanonicalJson;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What becomes of the objects of applications that are withdrawn. A finalizer of the Application
 * says that they go, as with Argo CD; without it they stay. It is said before the declaration is
 * taken back: if only the first half of that arrives, it is said again.
 *
 * @param before what held before anything of this was said
 * @param after what holds once all of it is said
 */
record Withdrawals(Ledger before, Ledger after) {

    private static final String APPLICATION = "Application/";
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
        if (!key.startsWith(APPLICATION)) {
            return Optional.empty();
        }
        var name = key.substring(APPLICATION.length());
        var declaration = before.declaration(key);
        return after.application(name).isPresent() || declaration.isEmpty()
                ? Optional.empty()
                : after.state(name)
                        .filter(state -> state.generation() > 0 && !state.isWithdrawn())
                        .map(state -> state.withdrawn(deletion(declaration.get()), now));
    }

    /** {@code foreground}, {@code background}, or {@code orphan}: the objects stay. */
    private static String deletion(Declaration declaration) {
        var finalizers =
                CanonicalJson.parse(declaration.json()).path("metadata").path("finalizers");
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
