package io.dabbawala.testkit.twin.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/** Every kind that is served now: the built-in ones and those of resource definitions. */
public final class Kinds {

    private final Map<String, Kind> served = new ConcurrentSkipListMap<>();
    private final CustomTypes custom;

    private Kinds(List<Kind> builtIn) {
        builtIn.forEach(this::serve);
        custom =
                new CustomTypes(
                        (Schema.Struct) builtIn.getFirst().schema().fields().get("metadata"));
    }

    public static Kinds builtIn() {
        return new Kinds(BuiltInTypes.read(resource("built-in-kinds.json")));
    }

    /** The Gateway API's definitions every cluster here starts with. */
    public static List<JsonNode> gatewayApi() {
        var definitions = new ArrayList<JsonNode>();
        resource("gateway-api.json").forEach(definitions::add);
        return definitions;
    }

    public Optional<Kind> resource(String group, String version, String plural) {
        return Optional.ofNullable(served.get(key(group, version, plural)));
    }

    /** The kind by its name in manifests. */
    public Optional<Kind> named(String apiVersion, String kind) {
        return served.values().stream()
                .filter(k -> k.apiVersion().equals(apiVersion) && k.name().equals(kind))
                .findFirst();
    }

    public Kind builtIn(String group, String plural) {
        return resource(group, "v1", plural).orElseThrow();
    }

    public Collection<Kind> all() {
        return List.copyOf(served.values());
    }

    /** Groups with their versions, the most stable version first. */
    public Map<String, List<String>> groups() {
        var groups = new LinkedHashMap<String, List<String>>();
        for (var kind : served.values()) {
            var versions = groups.computeIfAbsent(kind.gvk().group(), group -> new ArrayList<>());
            if (!versions.contains(kind.gvk().version())) {
                versions.add(kind.gvk().version());
            }
        }
        groups.values().forEach(versions -> versions.sort(VersionOrder.MOST_STABLE_FIRST));
        return groups;
    }

    /** Serves what the definition declares. */
    public void define(JsonNode definition) {
        custom.read(definition).forEach(this::serve);
    }

    public void forget(JsonNode definition) {
        custom.read(definition)
                .forEach(
                        kind ->
                                served.remove(
                                        key(
                                                kind.gvk().group(),
                                                kind.gvk().version(),
                                                kind.plural())));
    }

    private void serve(Kind kind) {
        served.put(key(kind.gvk().group(), kind.gvk().version(), kind.plural()), kind);
    }

    private static String key(String group, String version, String plural) {
        return group + "/" + version + "/" + plural;
    }

    private static JsonNode resource(String name) {
        var path = "/io/dabbawala/testkit/twin/" + name;
        try (var in = Objects.requireNonNull(Kinds.class.getResourceAsStream(path), path)) {
            return new ObjectMapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException("read " + path, e);
        }
    }
}
