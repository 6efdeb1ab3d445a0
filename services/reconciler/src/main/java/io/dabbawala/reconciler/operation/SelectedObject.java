package io.dabbawala.reconciler.operation;

import io.dabbawala.reconciler.application.SpecField;
import io.dabbawala.reconciler.object.ObjectRef;

/**
 * An object that is to be synced; {@code *} stands for any.
 *
 * @param namespace empty: any
 */
public record SelectedObject(String group, String kind, String namespace, String name) {

    static SelectedObject of(SpecField resource) {
        return new SelectedObject(
                resource.at("group").text(),
                resource.at("kind").text(),
                resource.at("namespace").text(),
                resource.at("name").text());
    }

    boolean means(ObjectRef ref) {
        return fits(group, ref.group())
                && fits(kind, ref.kind())
                && fits(name, ref.name())
                && (namespace.isEmpty() || fits(namespace, ref.namespace()));
    }

    private static boolean fits(String wanted, String found) {
        return wanted.equals("*") || wanted.equals(found);
    }
}
