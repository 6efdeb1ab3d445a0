package io.dabbawala.rolloutanalyzer.declared;

import io.dabbawala.rolloutanalyzer.canary.CanarySpec;

/**
 * What a Canary declares, and for which rollout.
 *
 * @param rollout {@code namespace/name} of the target workload
 */
public record DeclaredCanary(String rollout, CanarySpec spec) {

    /** A Canary that is there but says nothing anybody can read. */
    public static DeclaredCanary unreadable(String namespace, String name, String why) {
        return new DeclaredCanary(
                namespace + "/" + name,
                CanarySpec.unsupported(
                        "UNREADABLE: Canary %s/%s: %s".formatted(namespace, name, why)));
    }
}
