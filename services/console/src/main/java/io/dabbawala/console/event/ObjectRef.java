package io.dabbawala.console.event;

/** One Kubernetes object by name; namespace is empty for a cluster-scoped one. */
public record ObjectRef(String kind, String namespace, String name) {

    public String path() {
        return namespace.isEmpty() ? kind + "/" + name : kind + "/" + namespace + "/" + name;
    }

    @Override
    public String toString() {
        return namespace.isEmpty() ? kind + " " + name : kind + " " + namespace + "/" + name;
    }
}
