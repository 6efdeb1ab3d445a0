package io.dabbawala.reconciler.sync;

import io.dabbawala.reconciler.application.DesiredState;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Which application of this cluster waits for which, of this cluster or another. */
public final class Dependencies {

    private final Map<String, List<String>> needed = new ConcurrentHashMap<>();

    public void declare(DesiredState state) {
        var application = state.application();
        needed.put(application, needs(state, application.substring(0, application.indexOf('/'))));
    }

    /** A spec that cannot be read needs nobody; that it cannot be read is told elsewhere. */
    private static List<String> needs(DesiredState state, String home) {
        try {
            return state.spec().isEmpty() ? List.of() : state.applicationSpec().dependsOn(home);
        } catch (IllegalArgumentException _) {
            return List.of();
        }
    }

    public void forget(String application) {
        needed.remove(application);
    }

    /** What this one waits for. */
    public List<String> of(String application) {
        return needed.getOrDefault(application, List.of());
    }

    /** Those that wait for this one. */
    public Stream<String> waitingFor(String application) {
        return needed.entrySet().stream()
                .filter(entry -> entry.getValue().contains(application))
                .map(Map.Entry::getKey);
    }
}
