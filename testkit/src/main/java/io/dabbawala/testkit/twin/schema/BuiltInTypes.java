package io.dabbawala.testkit.twin.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the compiled-in kinds from the description generated from a real API server. */
final class BuiltInTypes {

    private final JsonNode types;
    private final Map<String, Schema.Struct> structs = new HashMap<>();

    BuiltInTypes(JsonNode types) {
        this.types = types;
    }

    static List<Kind> read(JsonNode description) {
        var types = new BuiltInTypes(description.get("types"));
        var kinds = new ArrayList<Kind>();
        description.get("kinds").forEach(kind -> kinds.add(types.kind(kind)));
        return kinds;
    }

    private Kind kind(JsonNode kind) {
        return new Kind(
                new Kind.Gvk(text(kind, "group"), text(kind, "version"), text(kind, "kind")),
                new Kind.Names(
                        text(kind, "plural"),
                        text(kind, "singular"),
                        strings(kind.path("short")),
                        strings(kind.path("categories"))),
                kind.get("namespaced").booleanValue(),
                new LinkedHashSet<>(strings(kind.path("subresources"))),
                struct(text(kind, "type")),
                false);
    }

    /** Shapes may contain themselves, so a struct is known before its fields are. */
    Schema.Struct struct(String name) {
        var known = structs.get(name);
        if (known != null) {
            return known;
        }
        var type = types.get(name);
        var fields = new LinkedHashMap<String, Schema>();
        var struct =
                new Schema.Struct(fields, Map.of(), type.path("atomic").asBoolean(false), false);
        structs.put(name, struct);
        type.get("fields").properties().forEach(f -> fields.put(f.getKey(), shape(f.getValue())));
        return struct;
    }

    private Schema shape(JsonNode description) {
        if (description.isTextual()) {
            var word = description.textValue();
            return word.startsWith("@") ? struct(word.substring(1)) : scalar(word);
        }
        if (description.has("map")) {
            return new Schema.Dictionary(
                    shape(description.get("map")), description.path("atomic").asBoolean(false));
        }
        var by =
                switch (description.path("by").asText("")) {
                    case "map" -> Schema.By.KEYS;
                    case "set" -> Schema.By.VALUE;
                    default -> Schema.By.NOTHING;
                };
        return new Schema.Items(
                shape(description.get("list")),
                by,
                strings(description.path("keys")),
                Optional.ofNullable(description.path("patch").textValue()));
    }

    static Schema.Scalar scalar(String word) {
        return switch (word) {
            case "string" -> Schema.Scalar.STRING;
            case "integer" -> Schema.Scalar.INTEGER;
            case "number" -> Schema.Scalar.NUMBER;
            case "boolean" -> Schema.Scalar.BOOLEAN;
            case "quantity" -> Schema.Scalar.QUANTITY;
            case "int-or-string" -> Schema.Scalar.INT_OR_STRING;
            default -> Schema.Scalar.ANY;
        };
    }

    static String text(JsonNode node, String field) {
        return node.path(field).asText("");
    }

    static List<String> strings(JsonNode list) {
        var strings = new ArrayList<String>();
        list.forEach(item -> strings.add(item.asText()));
        return List.copyOf(strings);
    }
}
