package io.dabbawala.reconciler.rollout;

import io.dabbawala.reconciler.application.DesiredState;
import io.dabbawala.reconciler.object.Manifest;
import io.dabbawala.reconciler.object.ObjectRef;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The state of an application that was synced last: the workloads of it, and what they read. */
record SyncedState(DesiredState state, Map<ObjectRef, Map<String, Object>> objects) {

    private static final Set<String> KINDS =
            Set.of("Deployment", "ConfigMap", "Secret", "HorizontalPodAutoscaler");

    static SyncedState of(DesiredState state, List<Manifest> declared) {
        return new SyncedState(
                state,
                declared.stream()
                        .filter(manifest -> KINDS.contains(manifest.ref().kind()))
                        .collect(
                                Collectors.toUnmodifiableMap(
                                        Manifest::ref, Manifest::content, (_, last) -> last)));
    }

    Stream<ObjectRef> workloads() {
        return objects.keySet().stream().filter(ref -> ref.isOfKind("apps", "Deployment"));
    }

    Optional<Map<String, Object>> declared(ObjectRef ref) {
        return Optional.ofNullable(objects.get(ref));
    }
}
