package io.dabbawala.testkit.twin.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The kinds a CustomResourceDefinition declares: one for each served version. */
public final class CustomTypes {

    private final Schema.Struct metadata;

    CustomTypes(Schema.Struct metadata) {
        this.metadata = metadata;
    }

    List<Kind> read(JsonNode definition) {
        var spec = definition.path("spec");
        var kinds = new ArrayList<Kind>();
        for (var version : spec.path("versions")) {
            if (version.path("served").asBoolean()) {
                kinds.add(kind(spec, version));
            }
        }
        return kinds;
    }

    private Kind kind(JsonNode spec, JsonNode version) {
        var names = spec.path("names");
        var kind = BuiltInTypes.text(names, "kind");
        var subresources = new LinkedHashSet<String>();
        version.path("subresources").fieldNames().forEachRemaining(subresources::add);
        var root = version.path("schema").path("openAPIV3Schema");
        var shape = (Schema.Struct) shape(root.has("type") ? root : OPEN);
        shape.fields().put("apiVersion", Schema.Scalar.STRING);
        shape.fields().put("kind", Schema.Scalar.STRING);
        shape.fields().put("metadata", metadata);
        return new Kind(
                new Kind.Gvk(
                        BuiltInTypes.text(spec, "group"), BuiltInTypes.text(version, "name"), kind),
                new Kind.Names(
                        BuiltInTypes.text(names, "plural"),
                        names.path("singular").asText(kind.toLowerCase(java.util.Locale.ROOT)),
                        BuiltInTypes.strings(names.path("shortNames")),
                        BuiltInTypes.strings(names.path("categories"))),
                BuiltInTypes.text(spec, "scope").equals("Namespaced"),
                subresources,
                shape,
                true);
    }

    private static final JsonNode OPEN =
            com.fasterxml.jackson.databind.node.JsonNodeFactory.instance
                    .objectNode()
                    .put("type", "object")
                    .put("x-kubernetes-preserve-unknown-fields", true);

    private static Schema shape(JsonNode schema) {
        if (schema.path("x-kubernetes-int-or-string").asBoolean()) {
            return Schema.Scalar.INT_OR_STRING;
        }
        return switch (schema.path("type").asText("")) {
            case "object" -> object(schema);
            case "array" -> items(schema);
            case String scalar -> BuiltInTypes.scalar(scalar);
        };
    }

    private static Schema object(JsonNode schema) {
        var atomic = schema.path("x-kubernetes-map-type").asText().equals("atomic");
        var values = schema.path("additionalProperties");
        if (values.isObject()) {
            return new Schema.Dictionary(shape(values), atomic);
        }
        var fields = new LinkedHashMap<String, Schema>();
        Map<String, Schema.Rules> rules = new LinkedHashMap<>();
        var required = BuiltInTypes.strings(schema.path("required"));
        schema.path("properties")
                .properties()
                .forEach(
                        field -> {
                            var name = field.getKey();
                            fields.put(name, shape(field.getValue()));
                            rules.put(
                                    name,
                                    new Schema.Rules(required.contains(name), field.getValue()));
                        });
        return new Schema.Struct(
                fields,
                rules,
                atomic,
                schema.path("x-kubernetes-preserve-unknown-fields").asBoolean()
                        || values.asBoolean());
    }

    private static Schema items(JsonNode schema) {
        var by =
                switch (schema.path("x-kubernetes-list-type").asText("")) {
                    case "map" -> Schema.By.KEYS;
                    case "set" -> Schema.By.VALUE;
                    default -> Schema.By.NOTHING;
                };
        return new Schema.Items(
                shape(schema.path("items")),
                by,
                BuiltInTypes.strings(schema.path("x-kubernetes-list-map-keys")),
                Optional.empty());
    }
}
