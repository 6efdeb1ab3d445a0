package io.dabbawala.testkit.twin.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dabbawala.testkit.twin.schema.Kind;
import io.dabbawala.testkit.twin.schema.Kinds;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What the server says about itself: its version, its groups and the resources in them. */
final class Discovery {

    private static final List<String> VERBS =
            List.of(
                    "create",
                    "delete",
                    "deletecollection",
                    "get",
                    "list",
                    "patch",
                    "update",
                    "watch");

    private final Kinds kinds;

    Discovery(Kinds kinds) {
        this.kinds = kinds;
    }

    static ObjectNode version() {
        return object().put("major", "1")
                .put("minor", "36")
                .put("gitVersion", "v1.36.3")
                .put("gitCommit", "")
                .put("gitTreeState", "")
                .put("buildDate", "1970-01-01T00:00:00Z")
                .put("goVersion", "")
                .put("compiler", "")
                .put("platform", "twin");
    }

    static ObjectNode coreVersions() {
        var versions = object().put("kind", "APIVersions");
        versions.putArray("versions").add("v1");
        versions.putArray("serverAddressByClientCIDRs")
                .addObject()
                .put("clientCIDR", "0.0.0.0/0")
                .put("serverAddress", "127.0.0.1");
        return versions;
    }

    ObjectNode groups() {
        var list = object().put("kind", "APIGroupList").put("apiVersion", "v1");
        var groups = list.putArray("groups");
        kinds.groups()
                .forEach(
                        (name, versions) -> {
                            if (!name.isEmpty()) {
                                groups.add(group(name, versions));
                            }
                        });
        return list;
    }

    Optional<ObjectNode> group(String name) {
        return Optional.ofNullable(kinds.groups().get(name))
                .map(
                        versions ->
                                group(name, versions)
                                        .put("kind", "APIGroup")
                                        .put("apiVersion", "v1"));
    }

    private static ObjectNode group(String name, List<String> versions) {
        var group = object().put("name", name);
        var list = group.putArray("versions");
        versions.forEach(version -> list.add(groupVersion(name, version)));
        group.set("preferredVersion", groupVersion(name, versions.getFirst()));
        return group;
    }

    private static ObjectNode groupVersion(String group, String version) {
        return object().put("groupVersion", group + "/" + version).put("version", version);
    }

    Optional<ObjectNode> resources(String group, String version) {
        var found =
                kinds.all().stream()
                        .filter(kind -> kind.gvk().group().equals(group))
                        .filter(kind -> kind.gvk().version().equals(version))
                        .toList();
        if (found.isEmpty()) {
            return Optional.empty();
        }
        var list =
                object().put("kind", "APIResourceList")
                        .put("apiVersion", "v1")
                        .put("groupVersion", found.getFirst().apiVersion());
        var resources = list.putArray("resources");
        found.forEach(kind -> add(resources, kind));
        return Optional.of(list);
    }

    private static void add(ArrayNode resources, Kind kind) {
        var resource = entry(kind, kind.plural(), kind.names().singular(), VERBS);
        strings(resource, "shortNames", kind.names().shortNames());
        strings(resource, "categories", kind.names().categories());
        resources.add(resource);
        for (var subresource : new TreeMap<>(Map.of("status", "", "scale", "")).keySet()) {
            if (kind.has(subresource)) {
                var sub =
                        entry(
                                kind,
                                kind.plural() + "/" + subresource,
                                "",
                                List.of("get", "patch", "update"));
                if (subresource.equals("scale")) {
                    sub.put("group", "autoscaling").put("version", "v1").put("kind", "Scale");
                }
                resources.add(sub);
            }
        }
    }

    private static ObjectNode entry(Kind kind, String name, String singular, List<String> verbs) {
        var resource =
                object().put("name", name)
                        .put("singularName", singular)
                        .put("namespaced", kind.namespaced())
                        .put("kind", kind.name());
        strings(resource, "verbs", verbs);
        return resource;
    }

    private static void strings(ObjectNode object, String field, List<String> values) {
        if (!values.isEmpty()) {
            values.forEach(object.putArray(field)::add);
        }
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
