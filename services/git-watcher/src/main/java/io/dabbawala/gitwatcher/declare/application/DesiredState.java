package io.dabbawala.gitwatcher.declare.application;

import io.dabbawala.gitwatcher.declare.repository.SourceProblem;
import io.dabbawala.gitwatcher.render.Rendering.Rendered;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What an application should be. With a problem everything but the delivery is that of the last
 * good state; generation 0 means there was none yet.
 *
 * @param rolledBackFrom the revision this state took back; empty if it took none back
 */
public record DesiredState(
        String application,
        String delivery,
        String repository,
        String revision,
        long generation,
        String digest,
        String manifests,
        Target target,
        String rolledBackFrom,
        @Nullable SourceProblem problem,
        Instant declaredAt) {

    public static DesiredState none(Application application, String repository, Instant now) {
        return new DesiredState(
                application.key(),
                "",
                repository,
                "",
                0,
                "",
                "[]",
                application.target(),
                "",
                null,
                now);
    }

    public boolean isRollback() {
        return !rolledBackFrom.isEmpty();
    }

    /** Whether it may be said after the other one: of a generation only the problem changes. */
    public boolean succeeds(DesiredState other) {
        return generation > other.generation
                || generation == other.generation
                        && revision.equals(other.revision)
                        && digest.equals(other.digest)
                        && target.equals(other.target);
    }

    public boolean isGood(String wantedDigest, Target wantedTarget) {
        return problem == null
                && generation > 0
                && digest.equals(wantedDigest)
                && target.equals(wantedTarget);
    }

    public DesiredState followedBy(
            String from, String newRevision, Rendered rendered, Target newTarget) {
        return new DesiredState(
                application,
                delivery,
                from,
                newRevision,
                generation + 1,
                rendered.digest(),
                rendered.manifests(),
                newTarget,
                "",
                null,
                declaredAt);
    }

    /** Its declaration was taken back; the target says what becomes of the objects. */
    public DesiredState withdrawn(String deletion, Instant now) {
        return again(target.withdrawn(deletion)).within(delivery, now);
    }

    public boolean isWithdrawn() {
        return target.isWithdrawn();
    }

    /** The same manifests, for another target or after a problem went away. */
    public DesiredState again(Target newTarget) {
        return new DesiredState(
                application,
                delivery,
                repository,
                revision,
                generation + 1,
                digest,
                manifests,
                newTarget,
                rolledBackFrom,
                null,
                declaredAt);
    }

    public DesiredState takingBack(String badRevision) {
        return new DesiredState(
                application,
                delivery,
                repository,
                revision,
                generation,
                digest,
                manifests,
                target,
                badRevision,
                problem,
                declaredAt);
    }

    public DesiredState with(SourceProblem newProblem) {
        return new DesiredState(
                application,
                delivery,
                repository,
                revision,
                generation,
                digest,
                manifests,
                target,
                rolledBackFrom,
                newProblem,
                declaredAt);
    }

    public DesiredState within(String newDelivery, Instant now) {
        return new DesiredState(
                application,
                newDelivery,
                repository,
                revision,
                generation,
                digest,
                manifests,
                target,
                rolledBackFrom,
                problem,
                now);
    }
}
