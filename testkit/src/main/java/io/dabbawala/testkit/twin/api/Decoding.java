package io.dabbawala.testkit.twin.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.dabbawala.testkit.twin.fields.Shapes;
import io.dabbawala.testkit.twin.schema.Kind;
import io.dabbawala.testkit.twin.schema.Schema;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads a body as an object of its kind: unknown fields go, nulls go, quantities are written the
 * one way, and a value of the wrong type is refused.
 */
final class Decoding {

    private final Kind kind;
    private final List<String> unknown = new ArrayList<>();

    private Decoding(Kind kind) {
        this.kind = kind;
    }

    /** The object, and the paths of fields its kind does not have. */
    record Decoded(ObjectNode object, List<String> unknownFields) {}

    static Decoded of(Kind kind, JsonNode body) {
        var decoding = new Decoding(kind);
        var object = (ObjectNode) decoding.read(kind.schema(), body, "");
        return new Decoded(object, decoding.unknown);
    }

    private JsonNode read(Schema schema, JsonNode value, String path) {
        return switch (schema) {
            case Schema.Scalar scalar -> scalar(scalar, value, path);
            case Schema.Struct struct -> struct(struct, value, path);
            case Schema.Dictionary dictionary -> {
                expect(value.isObject(), value, path, "object");
                var read = JsonNodeFactory.instance.objectNode();
                value.properties()
                        .forEach(
                                f ->
                                        read.set(
                                                f.getKey(),
                                                read(
                                                        dictionary.value(),
                                                        f.getValue(),
                                                        path + "." + f.getKey())));
                yield read;
            }
            case Schema.Items list -> items(list, value, path);
        };
    }

    private ObjectNode struct(Schema.Struct struct, JsonNode value, String path) {
        expect(value.isObject(), value, path, "object");
        var read = JsonNodeFactory.instance.objectNode();
        for (var field : value.properties()) {
            var name = field.getKey();
            var below = path.isEmpty() ? name : path + "." + name;
            if (struct.fields().containsKey(name)) {
                if (!field.getValue().isNull()) {
                    read.set(name, read(Shapes.field(struct, name), field.getValue(), below));
                }
            } else if (struct.open()) {
                read.set(name, field.getValue());
            } else {
                unknown.add(below);
            }
        }
        return read;
    }

    private ArrayNode items(Schema.Items list, JsonNode value, String path) {
        expect(value.isArray(), value, path, "array");
        var read = JsonNodeFactory.instance.arrayNode();
        for (int i = 0; i < value.size(); i++) {
            read.add(read(list.item(), value.get(i), path + "[" + i + "]"));
        }
        return read;
    }

    private JsonNode scalar(Schema.Scalar scalar, JsonNode value, String path) {
        if (scalar == Schema.Scalar.QUANTITY && !value.isNull()) {
            expect(value.isTextual() || value.isNumber(), value, path, "quantity");
            return new TextNode(Quantity.canonical(value.asText()));
        }
        var fits =
                switch (scalar) {
                    case STRING -> value.isTextual() || value.isNull();
                    case INTEGER -> value.isIntegralNumber() || value.isNull();
                    case NUMBER -> value.isNumber() || value.isNull();
                    case BOOLEAN -> value.isBoolean() || value.isNull();
                    case INT_OR_STRING ->
                            value.isTextual() || value.isIntegralNumber() || value.isNull();
                    case ANY, QUANTITY -> true;
                };
        expect(fits, value, path, scalar.name().toLowerCase(java.util.Locale.ROOT));
        return value;
    }

    private void expect(boolean holds, JsonNode value, String path, String wanted) {
        if (holds) {
            return;
        }
        var type = value.getNodeType().name().toLowerCase(java.util.Locale.ROOT);
        if (kind.custom()) {
            throw Refusal.invalid(
                    kind,
                    "",
                    List.of(
                            new Refusal.Cause(
                                    "FieldValueTypeInvalid",
                                    "Invalid value: \"%s\": %s in body must be of type %s: \"%s\""
                                            .formatted(type, path, wanted, type),
                                    path)));
        }
        throw Refusal.badRequest(
                "%s in version \"%s\" cannot be handled as a %s: json: cannot unmarshal %s into Go struct field %s of type %s"
                        .formatted(
                                kind.name(),
                                kind.gvk().version(),
                                kind.name(),
                                type,
                                path,
                                wanted));
    }
}
