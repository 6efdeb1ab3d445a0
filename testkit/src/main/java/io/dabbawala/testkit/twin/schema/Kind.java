package io.dabbawala.testkit.twin.schema;

import java.util.List;
import java.util.Set;

/**
 * A served kind of object.
 *
 * @param subresources of scale, status, finalize, eviction
 * @param custom whether a resource definition declares it; the server has no type for it
 */
public record Kind(
        Gvk gvk,
        Names names,
        boolean namespaced,
        Set<String> subresources,
        Schema.Struct schema,
        boolean custom) {

    public record Gvk(String group, String version, String kind) {

        public String apiVersion() {
            return group.isEmpty() ? version : group + "/" + version;
        }
    }

    public record Names(
            String plural, String singular, List<String> shortNames, List<String> categories) {}

    public Kind {
        subresources = Set.copyOf(subresources);
    }

    public String apiVersion() {
        return gvk.apiVersion();
    }

    public String name() {
        return gvk.kind();
    }

    public String plural() {
        return names.plural();
    }

    public boolean has(String subresource) {
        return subresources.contains(subresource);
    }

    /** As errors name it: {@code deployments.apps}, {@code configmaps}. */
    public String resource() {
        return gvk.group().isEmpty() ? plural() : plural() + "." + gvk.group();
    }

    /** As errors of validation name it: {@code Deployment.apps}, {@code ConfigMap}. */
    public String qualifiedKind() {
        return gvk.group().isEmpty() ? name() : name() + "." + gvk.group();
    }
}
