package io.dabbawala.reconciler.health.expression;

import io.dabbawala.expressions.Compilation;
import io.dabbawala.expressions.Evaluation;
import io.dabbawala.expressions.Expressions;
import io.dabbawala.expressions.FieldPaths;
import io.dabbawala.expressions.Limits;
import io.dabbawala.expressions.Values;
import io.dabbawala.reconciler.health.kstatus.ObjectStatus;
import io.dabbawala.reconciler.health.kstatus.ObjectStatus.State;
import io.dabbawala.reconciler.object.LiveObject;
import io.dabbawala.reconciler.object.Tree;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Judges objects by expressions; compiled once, asked by many threads. */
public final class ExpressionHealth {

    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
    private static final Pattern TEXT = Pattern.compile("'[^'\\n]*'|\"[^\"\\n]*\"");
    private static final Set<String> WORDS_OF_CEL =
            Set.of(
                    "true",
                    "false",
                    "null",
                    "in",
                    "bool",
                    "bytes",
                    "double",
                    "dyn",
                    "int",
                    "list",
                    "map",
                    "null_type",
                    "string",
                    "type",
                    "uint",
                    "optional_type",
                    "as",
                    "break",
                    "const",
                    "continue",
                    "else",
                    "for",
                    "function",
                    "if",
                    "import",
                    "let",
                    "loop",
                    "package",
                    "namespace",
                    "return",
                    "var",
                    "void",
                    "while");
    private static final Pattern PLACE = Pattern.compile("^evaluation error at <input>:\\d+: ");
    private static final Pattern NO_KEY =
            Pattern.compile("^key '([^']*)' is not present in map\\.$");

    private final Map<String, HealthCheck> checks;
    private final Expressions expressions;

    /**
     * @throws IllegalArgumentException if one is no CEL, or one kind is there twice
     */
    public ExpressionHealth(List<HealthCheck> checks) {
        this.checks =
                checks.stream()
                        .collect(
                                Collectors.toMap(
                                        check -> check.group() + "/" + check.kind(),
                                        check -> check,
                                        (first, second) -> {
                                            throw new IllegalArgumentException(
                                                    "%s is there twice".formatted(first.kind()));
                                        },
                                        LinkedHashMap::new));
        this.expressions = new Expressions(Limits.DEFAULT, variables(checks));
        checks.forEach(this::compile);
    }

    /** Empty if there are no expressions for this kind. */
    public Optional<ObjectStatus> of(LiveObject object) {
        var ref = object.ref();
        return Optional.ofNullable(checks.get(ref.group() + "/" + ref.kind()))
                .map(check -> isBehind(object) ? inProgress() : asked(check, object));
    }

    private static boolean isBehind(LiveObject object) {
        var observed = Tree.number(object.content(), "status", "observedGeneration");
        var generation = Tree.number(object.content(), "metadata", "generation");
        return observed.isPresent()
                && generation.isPresent()
                && observed.getAsLong() != generation.getAsLong();
    }

    private ObjectStatus asked(HealthCheck check, LiveObject object) {
        var fields = fields(object);
        return Stream.of(
                        new Question(check.inProgress(), State.IN_PROGRESS),
                        new Question(check.failed(), State.FAILED),
                        new Question(check.current(), State.CURRENT))
                .filter(question -> !question.expression().isEmpty())
                .flatMap(question -> answer(question, fields).stream())
                .findFirst()
                .orElseGet(ExpressionHealth::inProgress);
    }

    private record Question(String expression, State state) {}

    private Optional<ObjectStatus> answer(Question question, Map<String, Object> fields) {
        return switch (expressions.evaluate(question.expression(), fields, FieldPaths.none())) {
            case Evaluation.Value(Boolean isSo, _) ->
                    isSo ? Optional.of(new ObjectStatus(question.state(), "")) : Optional.empty();
            case Evaluation.Value _ ->
                    failed("failed to evaluate CEL expression as boolean: '%s'", question, "");
            case Evaluation.Failed(var reason, _) ->
                    failed("failed to evaluate the CEL expression '%s': %s", question, reason);
        };
    }

    private static Optional<ObjectStatus> failed(String words, Question question, String reason) {
        var bare = PLACE.matcher(reason).replaceFirst("");
        var told = NO_KEY.matcher(bare).replaceFirst("no such key: $1");
        return Optional.of(
                new ObjectStatus(State.UNKNOWN, words.formatted(question.expression(), told)));
    }

    private static ObjectStatus inProgress() {
        return new ObjectStatus(State.IN_PROGRESS, "");
    }

    @SuppressWarnings("unchecked") // an object of JSON is one for CEL
    private static Map<String, Object> fields(LiveObject object) {
        return (Map<String, Object>) Values.of(object.content());
    }

    private void compile(HealthCheck check) {
        compile("InProgress", check.inProgress());
        compile("Failed", check.failed());
        compile("Current", check.current());
    }

    private void compile(String name, String expression) {
        if (!expression.isEmpty()
                && expressions.compile(expression) instanceof Compilation.Refused(var reason)) {
            throw new IllegalArgumentException(
                    "failed to parse the expression %s: %s".formatted(name, reason));
        }
    }

    /** Any field of an object may be asked for: whatever looks like a name is one. */
    private static Set<String> variables(List<HealthCheck> checks) {
        var names = new HashSet<String>();
        checks.stream()
                .flatMap(check -> Stream.of(check.inProgress(), check.failed(), check.current()))
                .flatMap(text -> NAME.matcher(TEXT.matcher(text).replaceAll("")).results())
                .map(found -> found.group())
                .filter(name -> !WORDS_OF_CEL.contains(name))
                .forEach(names::add);
        return names;
    }
}
