package io.dabbawala.reconciler.sync;

import io.dabbawala.reconciler.application.DesiredState;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The applications of other clusters, as far as those here may wait for them: what is desired of
 * them, and what their own reconcilers said of it last.
 */
public final class Elsewhere {

    private final Map<String, Long> generations = new ConcurrentHashMap<>();
    private final Map<String, SyncResult> results = new ConcurrentHashMap<>();

    public void declare(DesiredState state) {
        generations.put(state.application(), state.generation());
    }

    public void forget(String application) {
        generations.remove(application);
    }

    public void finished(String application, SyncResult result) {
        results.put(application, result);
    }

    /** Why others cannot build on it yet, an empty text if they can; empty if it is not known. */
    public Optional<String> whyNotReady(String application) {
        return Optional.ofNullable(generations.get(application))
                .map(
                        generation ->
                                Progress.after(results.get(application)).whyNotReady(generation));
    }
}
