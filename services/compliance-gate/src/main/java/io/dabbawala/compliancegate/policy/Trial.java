package io.dabbawala.compliancegate.policy;

import io.dabbawala.compliancegate.document.Document;
import io.dabbawala.expressions.Evaluation;
import io.dabbawala.expressions.Expressions;
import io.dabbawala.expressions.FieldPaths;
import io.dabbawala.expressions.Values;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** One policy held against one object, for one binding. */
final class Trial {

    private final Expressions expressions;
    private final Policy policy;
    private final Action action;
    private final Admission admission;

    Trial(Expressions expressions, Policy policy, Action action, Admission admission) {
        this.expressions = expressions;
        this.policy = policy;
        this.action = action;
        this.admission = admission;
    }

    Stream<Finding> findings(Optional<Document> parameters) {
        return new Hearing(parameters).findings();
    }

    /** What counts as broken under Fail, and as nothing under Ignore. */
    Stream<Finding> broken(int validation, Optional<String> field, String reason) {
        return policy.failsClosed()
                ? Stream.of(finding(validation, field, reason))
                : Stream.empty();
    }

    private static Object json(Optional<Document> document) {
        return Values.of(document.map(Document::json).orElse(null));
    }

    private Finding finding(int validation, Optional<String> field, String message) {
        return new Finding(policy.name(), validation, action, admission.ref(), field, message);
    }

    /** With these parameters: the variables as they are worked out, and the answers. */
    private final class Hearing {

        private final Map<String, Object> known = new HashMap<>();
        private final Map<String, Object> variables = new LinkedHashMap<>();
        private final Map<String, String> failures = new LinkedHashMap<>();
        private final FieldPaths paths;

        Hearing(Optional<Document> parameters) {
            var object = json(admission.object());
            known.put("object", object);
            known.put("oldObject", json(admission.old()));
            known.put("request", Values.of(admission.request()));
            known.put("namespaceObject", json(admission.namespaceObject()));
            known.put("params", json(parameters));
            known.put("variables", variables);
            paths =
                    admission.object().isPresent()
                            ? FieldPaths.of(object)
                            : FieldPaths.of(known.getOrDefault("oldObject", object));
        }

        Stream<Finding> findings() {
            var problems = new ArrayList<String>();
            for (var condition : policy.conditions()) {
                switch (evaluate(condition.expression())) {
                    case Evaluation.Value(var value, _) when Boolean.FALSE.equals(value) -> {
                        return Stream.empty();
                    }
                    case Evaluation.Value(var value, _) when Boolean.TRUE.equals(value) -> {}
                    case Evaluation.Value _ ->
                            problems.add(
                                    "match condition %s is not a bool".formatted(condition.name()));
                    case Evaluation.Failed(var reason, _) ->
                            problems.add(
                                    "match condition %s: %s".formatted(condition.name(), reason));
                }
            }
            if (!problems.isEmpty()) {
                return broken(0, Optional.empty(), String.join("; ", problems));
            }
            policy.variables().forEach(this::workOut);
            return IntStream.range(0, policy.validations().size()).boxed().flatMap(this::validate);
        }

        private void workOut(Policy.Named variable) {
            switch (evaluate(variable.expression())) {
                case Evaluation.Value(var value, var field) -> {
                    variables.put(variable.name(), value);
                    field.ifPresent(path -> paths.alias(variables, variable.name(), path));
                }
                case Evaluation.Failed(var reason, _) ->
                        failures.put("variables." + variable.name(), reason);
            }
        }

        private Stream<Finding> validate(int index) {
            var validation = policy.validations().get(index);
            return switch (evaluate(validation.expression())) {
                case Evaluation.Value(var value, _) when Boolean.TRUE.equals(value) ->
                        Stream.empty();
                case Evaluation.Value(var value, var field) when Boolean.FALSE.equals(value) ->
                        Stream.of(finding(index, field, message(validation)));
                case Evaluation.Value(_, var field) ->
                        broken(index, field, failed(validation, "is not a bool"));
                case Evaluation.Failed(var reason, var field) ->
                        broken(index, field, failed(validation, reason(validation, reason)));
            };
        }

        private Evaluation evaluate(String expression) {
            return expressions.evaluate(expression, known, paths);
        }

        /** An expression that asks for a variable that failed tells why that one did. */
        private String reason(Policy.Validation validation, String reason) {
            return failures.entrySet().stream()
                    .filter(failure -> validation.expression().contains(failure.getKey()))
                    .map(failure -> failure.getKey() + ": " + failure.getValue())
                    .findFirst()
                    .orElse(reason);
        }

        private String message(Policy.Validation validation) {
            if (!validation.messageExpression().isEmpty()
                    && evaluate(validation.messageExpression())
                            instanceof Evaluation.Value(String text, _)
                    && !text.isBlank()
                    && !text.contains("\n")) {
                return text.strip();
            }
            return validation.message().isEmpty()
                    ? "failed expression: " + validation.expression().strip()
                    : validation.message().strip();
        }

        private static String failed(Policy.Validation validation, String reason) {
            return "expression '%s' resulted in error: %s"
                    .formatted(validation.expression().strip(), reason);
        }
    }
}
