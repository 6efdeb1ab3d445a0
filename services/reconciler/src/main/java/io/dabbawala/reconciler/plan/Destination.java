package io.dabbawala.reconciler.plan;

/** Where an application goes: a cluster by name or address, and the namespace by default. */
public record Destination(String name, String server, String namespace) {

    private static final String THIS_CLUSTER = "https://kubernetes.default.svc";

    /** Whether the cluster that is called so here is meant. */
    public boolean isCluster(String cluster) {
        return name.isEmpty()
                ? server.isEmpty() || server.equals(THIS_CLUSTER) || server.equals(cluster)
                : name.equals(cluster);
    }
}
