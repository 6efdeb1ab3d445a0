package io.dabbawala.gitwatcher.generate.generator;

import com.fasterxml.jackson.databind.JsonNode;
import io.dabbawala.gitwatcher.generate.parameter.CannotGenerate;
import io.dabbawala.gitwatcher.template.value.Quoted;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** matchLabels and matchExpressions, without a limit on what a value may look like. */
record LabelSelector(List<Requirement> requirements) {

    private enum Operator {
        IN,
        NOT_IN,
        EXISTS,
        DOES_NOT_EXIST
    }

    private record Requirement(String key, Operator operator, List<String> values) {

        boolean matches(Map<String, String> labels) {
            var value = labels.get(key);
            return switch (operator) {
                case IN -> value != null && values.contains(value);
                case NOT_IN -> value == null || !values.contains(value);
                case EXISTS -> value != null;
                case DOES_NOT_EXIST -> value == null;
            };
        }
    }

    static LabelSelector of(JsonNode selector) throws CannotGenerate {
        var requirements = new ArrayList<Requirement>();
        for (var label : selector.path("matchLabels").properties()) {
            requirements.add(
                    new Requirement(
                            label.getKey(), Operator.IN, List.of(label.getValue().asText())));
        }
        for (var expression : selector.path("matchExpressions")) {
            requirements.add(requirement(expression));
        }
        return new LabelSelector(requirements);
    }

    private static Requirement requirement(JsonNode expression) throws CannotGenerate {
        var values = new ArrayList<String>();
        expression.path("values").forEach(value -> values.add(value.asText()));
        var word = expression.path("operator").asText();
        var operator =
                switch (word) {
                    case "In" -> Operator.IN;
                    case "NotIn" -> Operator.NOT_IN;
                    case "Exists" -> Operator.EXISTS;
                    case "DoesNotExist" -> Operator.DOES_NOT_EXIST;
                    default ->
                            throw failed(Quoted.of(word) + " is not a valid pod selector operator");
                };
        var takesValues = operator == Operator.IN || operator == Operator.NOT_IN;
        if (takesValues && values.isEmpty()) {
            throw failed(
                    "values: Invalid value: []: for 'in', 'notin' operators, values set can't be empty");
        }
        if (!takesValues && !values.isEmpty()) {
            throw failed(
                    "values: Invalid value: %s: values set must be empty for exists and does not exist"
                            .formatted(values.stream().map(Quoted::of).toList()));
        }
        return new Requirement(expression.path("key").asText(), operator, values);
    }

    private static CannotGenerate failed(String reason) {
        return new CannotGenerate("error parsing label selector: " + reason);
    }

    boolean isEmpty() {
        return requirements.isEmpty();
    }

    boolean matches(Map<String, String> labels) {
        return requirements.stream().allMatch(requirement -> requirement.matches(labels));
    }
}
