package io.dabbawala.gitwatcher.declare;

/** A delivery that shall come back. */
public record Rollback(
        String application, String delivery, String fromRevision, String toRevision) {

    boolean isMeantFor(DesiredState current) {
        var isThere =
                current.delivery().equals(delivery) || current.revision().equals(fromRevision);
        return isThere && !current.rolledBackFrom().equals(fromRevision);
    }
}
