package io.dabbawala.reconciler.object;

/**
 * One Kubernetes object by name. Two references are equal when they mean the same object: the
 * version is how one speaks about it, not which it is.
 *
 * @param group empty for the core group
 * @param namespace empty for cluster-scoped objects
 */
public record ObjectRef(String group, String version, String kind, String namespace, String name) {

    public static ObjectRef of(String apiVersion, String kind, String namespace, String name) {
        int slash = apiVersion.indexOf('/');
        return new ObjectRef(
                slash < 0 ? "" : apiVersion.substring(0, slash),
                apiVersion.substring(slash + 1),
                kind,
                namespace,
                name);
    }

    /**
     * A kind, and no object of it.
     *
     * @param text {@code apps/v1/Deployment}
     */
    public static ObjectRef ofKind(String text) {
        int last = text.lastIndexOf('/');
        return of(text.substring(0, last), text.substring(last + 1), "", "");
    }

    public String apiVersion() {
        return group.isEmpty() ? version : group + "/" + version;
    }

    public ObjectRef in(String otherNamespace) {
        return new ObjectRef(group, version, kind, otherNamespace, name);
    }

    public boolean isOfKind(String otherGroup, String otherKind) {
        return group.equals(otherGroup) && kind.equals(otherKind);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ObjectRef that
                && group.equals(that.group)
                && kind.equals(that.kind)
                && namespace.equals(that.namespace)
                && name.equals(that.name);
    }

    @Override
    public int hashCode() {
        int place = 31 * namespace.hashCode() + name.hashCode();
        return 31 * (31 * group.hashCode() + kind.hashCode()) + place;
    }

    /** As people write it: {@code Deployment shop/web}. */
    @Override
    public String toString() {
        return namespace.isEmpty() ? kind + " " + name : kind + " " + namespace + "/" + name;
    }
}
