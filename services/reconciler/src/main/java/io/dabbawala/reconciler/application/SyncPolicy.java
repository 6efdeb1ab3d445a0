package io.dabbawala.reconciler.application;

import java.util.Optional;
import java.util.Set;

/**
 * How an application is synced.
 *
 * @param options as in {@code spec.syncPolicy.syncOptions}: {@code CreateNamespace=true}
 */
public record SyncPolicy(
        boolean automated,
        boolean prune,
        boolean selfHeal,
        boolean allowEmpty,
        Set<String> options) {

    public SyncPolicy {
        options = Set.copyOf(options);
    }

    public boolean has(String option) {
        return options.contains(option);
    }

    /** The value of {@code name=value}. */
    public Optional<String> option(String name) {
        var prefix = name + "=";
        return options.stream()
                .filter(option -> option.startsWith(prefix))
                .map(option -> option.substring(prefix.length()))
                .findAny();
    }
}
