package io.dabbawala.reconciler.application;

import io.dabbawala.reconciler.hook.HookReading;
import java.time.Instant;

/**
 * What an application should be.
 *
 * @param application {@code namespace/name}
 * @param generation only grows
 * @param digest sha256: of the bytes of {@code manifests}
 * @param manifests a canonical JSON array of objects, as it came
 * @param spec the declaration without its sources, as JSON; empty: no more is known than what
 *     stands here
 * @param cause COMMIT or ROLLBACK
 */
public record DesiredState(
        String application,
        String delivery,
        String revision,
        long generation,
        String digest,
        String manifests,
        String project,
        Destination destination,
        SyncPolicy syncPolicy,
        String spec,
        SyncCause cause,
        Instant declaredAt) {

    /** Whether the application is to go, and its objects with it. */
    public boolean isWithdrawn() {
        return switch (deletion()) {
            case NONE, ORPHAN -> false;
            case BACKGROUND, FOREGROUND -> true;
        };
    }

    /** Whether it is applied, pruned and waited for as Flux does. */
    public boolean isKustomization() {
        try {
            return spec.contains("\"kind\":\"Kustomization\"")
                    && applicationSpec().kustomization() != null;
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    /** Whose annotations make its objects hooks. */
    public HookReading hooks() {
        return isKustomization() ? HookReading.FLUX : HookReading.ARGO;
    }

    /** A spec that cannot be read deletes nothing. */
    public Deletion deletion() {
        try {
            return spec.contains("\"deletion\"") ? applicationSpec().deletion() : Deletion.NONE;
        } catch (IllegalArgumentException _) {
            return Deletion.NONE;
        }
    }

    /**
     * @throws IllegalArgumentException if the spec cannot be read; the field is named
     */
    public ApplicationSpec applicationSpec() {
        return spec.isEmpty()
                ? ApplicationSpec.of(project, destination, syncPolicy)
                : ApplicationSpec.parse(spec);
    }
}
