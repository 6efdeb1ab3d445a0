package io.dabbawala.gitwatcher.declare.application;

import java.util.List;

public record SyncPolicy(
        boolean automated,
        boolean prune,
        boolean selfHeal,
        boolean allowEmpty,
        List<String> syncOptions) {

    public SyncPolicy {
        syncOptions = List.copyOf(syncOptions);
    }
}
