package io.dabbawala.gitwatcher.declare.application;

/**
 * A delivery that shall come back.
 *
 * @param fromRevision what shall go; empty when a person takes back what has {@code fromDigest}
 */
public record Rollback(
        String application,
        String delivery,
        String fromRevision,
        String fromDigest,
        String toRevision) {

    public boolean isMeantFor(DesiredState current) {
        if (fromRevision.isEmpty()) {
            return current.delivery().equals(delivery)
                    && current.digest().equals(fromDigest)
                    && !current.revision().equals(toRevision);
        }
        var isThere =
                current.delivery().equals(delivery) || current.revision().equals(fromRevision);
        return isThere && !current.rolledBackFrom().equals(fromRevision);
    }

    /** With the revision that goes named, which is the one that is there. */
    public Rollback of(DesiredState current) {
        return fromRevision.isEmpty()
                ? new Rollback(application, delivery, current.revision(), fromDigest, toRevision)
                : this;
    }
}
