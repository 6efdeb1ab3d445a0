package io.dabbawala.compliancegate.policy;

import io.dabbawala.compliancegate.document.Document;

/** One object by name. group is empty for the core group, namespace for cluster-scoped objects. */
public record ObjectRef(String group, String version, String kind, String namespace, String name) {

    public static ObjectRef of(Document object) {
        return new ObjectRef(
                object.group(), object.version(), object.kind(), object.namespace(), object.name());
    }

    public String apiVersion() {
        return group.isEmpty() ? version : group + "/" + version;
    }

    /** Whether it is the object of that name, of whatever version and in whatever namespace. */
    public boolean isNamedAs(ObjectRef other) {
        return group.equals(other.group) && kind.equals(other.kind) && name.equals(other.name);
    }

    @Override
    public String toString() {
        return namespace.isEmpty()
                ? "%s %s".formatted(kind, name)
                : "%s %s/%s".formatted(kind, namespace, name);
    }
}
