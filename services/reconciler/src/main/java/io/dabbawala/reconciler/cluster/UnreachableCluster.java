package io.dabbawala.reconciler.cluster;

/** The cluster did not answer, or not in a way that says yes or no. Another try may succeed. */
public final class UnreachableCluster extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UnreachableCluster(String attempt, String reason) {
        super(attempt + ": " + reason);
    }

    public UnreachableCluster(String attempt, Exception cause) {
        super(attempt + ": " + cause, cause);
    }
}
