package io.dabbawala.testkit.twin.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dabbawala.testkit.twin.api.Refusal.Cause;
import io.dabbawala.testkit.twin.schema.Kind;
import io.dabbawala.testkit.twin.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** What a resource definition's schema asks for: required fields, one of these values, limits. */
final class SchemaRules {

    private final List<Cause> causes = new ArrayList<>();

    private SchemaRules() {}

    static List<Cause> check(Kind kind, ObjectNode object) {
        var rules = new SchemaRules();
        rules.walk(kind.schema(), object, "");
        return rules.causes;
    }

    private void walk(Schema schema, JsonNode value, String path) {
        switch (schema) {
            case Schema.Struct struct ->
                    struct.rules().forEach((name, rule) -> field(struct, name, rule, value, path));
            case Schema.Items list -> {
                for (int i = 0; i < value.size(); i++) {
                    walk(list.item(), value.get(i), path + "[" + i + "]");
                }
            }
            case Schema.Dictionary dictionary ->
                    value.properties()
                            .forEach(
                                    f ->
                                            walk(
                                                    dictionary.value(),
                                                    f.getValue(),
                                                    path + "." + f.getKey()));
            case Schema.Scalar _ -> {}
        }
    }

    private void field(
            Schema.Struct struct, String name, Schema.Rules rule, JsonNode parent, String path) {
        var at = path.isEmpty() ? name : path + "." + name;
        var value = parent.path(name);
        if (value.isMissingNode()) {
            if (rule.required()) {
                causes.add(Cause.required(at, ""));
            }
            return;
        }
        limits(rule.schema(), value, at);
        walk(struct.fields().getOrDefault(name, Schema.Scalar.ANY), value, at);
    }

    private void limits(JsonNode schema, JsonNode value, String at) {
        var allowed = schema.path("enum");
        if (allowed.isArray()
                && StreamSupport.stream(allowed.spliterator(), false).noneMatch(value::equals)) {
            causes.add(
                    new Cause(
                            "FieldValueNotSupported",
                            "Unsupported value: %s: supported values: %s"
                                    .formatted(
                                            value,
                                            StreamSupport.stream(allowed.spliterator(), false)
                                                    .map(JsonNode::toString)
                                                    .collect(Collectors.joining(", "))),
                            at));
        }
        if (schema.has("minimum") && value.asDouble() < schema.get("minimum").asDouble()) {
            causes.add(
                    Cause.invalid(
                            at,
                            "%s: %s in body should be greater than or equal to %s"
                                    .formatted(value, at, schema.get("minimum"))));
        }
        if (schema.has("maximum") && value.asDouble() > schema.get("maximum").asDouble()) {
            causes.add(
                    Cause.invalid(
                            at,
                            "%s: %s in body should be less than or equal to %s"
                                    .formatted(value, at, schema.get("maximum"))));
        }
        if (schema.has("minItems") && value.size() < schema.get("minItems").asInt()) {
            causes.add(
                    Cause.invalid(
                            at,
                            "%d: %s in body should have at least %s items"
                                    .formatted(value.size(), at, schema.get("minItems"))));
        }
    }
}
