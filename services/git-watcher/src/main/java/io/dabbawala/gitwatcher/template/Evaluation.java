package io.dabbawala.gitwatcher.template;

import io.dabbawala.gitwatcher.template.function.Arguments;
import io.dabbawala.gitwatcher.template.function.Budget;
import io.dabbawala.gitwatcher.template.function.Function;
import io.dabbawala.gitwatcher.template.function.Function.Kind;
import io.dabbawala.gitwatcher.template.function.TemplateFailed;
import io.dabbawala.gitwatcher.template.syntax.Operand;
import io.dabbawala.gitwatcher.template.syntax.Operand.Command;
import io.dabbawala.gitwatcher.template.syntax.Pipeline;
import io.dabbawala.gitwatcher.template.value.GoValue;
import io.dabbawala.gitwatcher.template.value.NoValue;
import io.dabbawala.gitwatcher.template.value.Quoted;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Evaluates pipelines within one template, knows its variables and where it is. */
final class Evaluation {

    private final Execution.Program program;
    private final Budget budget;
    private final String name;
    private final Variables variables;
    private final Fields fields;
    private int position;
    private Object context = "";

    Evaluation(Execution.Program program, Budget budget, String name, @Nullable Object data) {
        this.program = program;
        this.budget = budget;
        this.name = name;
        this.variables = new Variables(data);
        this.fields = new Fields(program.missingKey());
    }

    Variables variables() {
        return variables;
    }

    void at(int newPosition, Object newContext) {
        position = newPosition;
        context = newContext;
    }

    private void at(Operand operand) {
        at(operand.position(), operand);
    }

    /** An error at the place that is being evaluated. */
    TemplateFailed failed(String reason) {
        var before = program.text().substring(0, position);
        var line = 1 + before.chars().filter(c -> c == '\n').count();
        var column = position - (before.lastIndexOf('\n') + 1);
        return new TemplateFailed(
                "template: :%d:%d: executing %s at <%s>: %s"
                        .formatted(line, column, Quoted.of(name), context, reason));
    }

    /** The pipeline's value; nil that was found in a map is {@link NoValue} from here on. */
    @Nullable Object pipeline(@Nullable Object dot, Pipeline pipeline) throws TemplateFailed {
        at(pipeline);
        Object value = NoValue.MISSING;
        var isFirst = true;
        for (var command : pipeline.commands()) {
            budget.step();
            var last = isFirst ? Final.NONE : new Final(true, value);
            var result = command(dot, command, last);
            value = result == null ? NoValue.MISSING : result;
            isFirst = false;
        }
        for (var variable : pipeline.variables()) {
            variables.set(variable, value, pipeline.assigns());
        }
        return value;
    }

    /** The result of the command before, which is the last argument of this one. */
    private record Final(boolean isThere, @Nullable Object value) {
        static final Final NONE = new Final(false, null);
    }

    private @Nullable Object command(@Nullable Object dot, Command command, Final last)
            throws TemplateFailed {
        var first = command.operands().getFirst();
        var isCalled = command.operands().size() > 1 || last.isThere();
        return switch (first) {
            case Operand.Field field -> {
                at(field);
                yield fields(dot, field.names(), isCalled, false);
            }
            case Operand.Chain chain -> chain(dot, chain, isCalled);
            case Operand.Name function -> call(dot, function, command.operands(), command, last);
            case Pipeline nested -> {
                notCalled(isCalled, first);
                yield pipeline(dot, nested);
            }
            case Operand.Variable variable -> variable(variable, isCalled);
            case Operand.Dot _,
                    Operand.Bool _,
                    Operand.Literal _,
                    Operand.Number _,
                    Operand.Nil _ -> {
                at(first);
                notCalled(isCalled, first);
                yield constant(dot, first);
            }
        };
    }

    private void notCalled(boolean isCalled, Operand first) throws TemplateFailed {
        if (isCalled) {
            throw failed("can't give argument to non-function " + first);
        }
    }

    private @Nullable Object constant(@Nullable Object dot, Operand operand) throws TemplateFailed {
        return switch (operand) {
            case Operand.Dot _ -> dot;
            case Operand.Bool(_, var value) -> value;
            case Operand.Literal(_, _, var text) -> text;
            case Operand.Number(_, var text, BigInteger _) -> throw failed(text + " overflows int");
            case Operand.Number(_, _, var value) -> value;
            default -> throw failed("nil is not a command");
        };
    }

    private @Nullable Object variable(Operand.Variable variable, boolean isCalled)
            throws TemplateFailed {
        at(variable);
        var value = variables.named(variable.names().getFirst());
        if (variable.names().size() == 1) {
            notCalled(isCalled, variable);
            return value;
        }
        return fields(value, variable.names().subList(1, variable.names().size()), isCalled, true);
    }

    private @Nullable Object chain(@Nullable Object dot, Operand.Chain chain, boolean isCalled)
            throws TemplateFailed {
        at(chain);
        if (chain.start() instanceof Operand.Nil) {
            throw failed("indirection through explicit nil in " + chain);
        }
        var start = argument(dot, Kind.ANY, chain.start());
        return fields(start == null ? NoValue.MISSING : start, chain.names(), isCalled, true);
    }

    /** What was found in a map or list is of type interface {} until a pipeline ends. */
    private @Nullable Object fields(
            @Nullable Object start, List<String> names, boolean isCalled, boolean isTyped)
            throws TemplateFailed {
        var value = start;
        for (int i = 0; i < names.size(); i++) {
            var called = isCalled && i == names.size() - 1;
            try {
                value = fields.field(value, names.get(i), called, isTyped && i == 0);
            } catch (TemplateFailed e) {
                throw failed(e.getMessage());
            }
        }
        return value;
    }

    private @Nullable Object call(
            @Nullable Object dot,
            Operand.Name called,
            List<Operand> operands,
            Object node,
            Final last)
            throws TemplateFailed {
        at(called);
        var function =
                program.functions()
                        .named(called.name())
                        .orElseThrow(
                                () ->
                                        failed(
                                                Quoted.of(called.name())
                                                        + " is not a defined function"));
        var given = operands.subList(1, operands.size());
        checkCount(function, called.name(), given.size(), last);
        if (called.name().equals("and") || called.name().equals("or")) {
            return shortCircuit(dot, called.name().equals("or"), given, last);
        }
        var values = new ArrayList<@Nullable Object>();
        for (var operand : given) {
            values.add(argument(dot, function.parameter(values.size()), operand));
        }
        if (last.isThere()) {
            values.add(validated(last.value(), function.parameter(values.size())));
        }
        try {
            return function.body().call(new Arguments(values, budget));
        } catch (TemplateFailed e) {
            at(called.position(), node);
            throw failed("error calling %s: %s".formatted(called.name(), e.getMessage()));
        }
    }

    private void checkCount(Function function, String called, int given, Final last)
            throws TemplateFailed {
        var count = given + (last.isThere() ? 1 : 0);
        if (function.isVariadic() && count < function.fixed()) {
            throw failed(
                    "wrong number of args for %s: want at least %d got %d"
                            .formatted(called, function.fixed(), given));
        }
        if (!function.isVariadic() && count != function.fixed()) {
            throw failed(
                    "wrong number of args for %s: want %d got %d"
                            .formatted(called, function.fixed(), count));
        }
    }

    private @Nullable Object shortCircuit(
            @Nullable Object dot, boolean wanted, List<Operand> given, Final last)
            throws TemplateFailed {
        Object value = null;
        for (var operand : given) {
            value = argument(dot, Kind.ANY, operand);
            if (GoValue.isTrue(value) == wanted) {
                return value;
            }
        }
        return last.isThere() ? GoValue.present(last.value()) : value;
    }

    private @Nullable Object argument(@Nullable Object dot, Kind kind, Operand operand)
            throws TemplateFailed {
        at(operand);
        return switch (operand) {
            case Operand.Dot _ -> validated(dot, kind);
            case Operand.Nil _ -> {
                if (!kind.mayBeNil()) {
                    throw failed("cannot assign nil to " + kind);
                }
                yield null;
            }
            case Operand.Field field -> validated(fields(dot, field.names(), false, false), kind);
            case Operand.Variable variable -> validated(variable(variable, false), kind);
            case Pipeline nested -> validated(pipeline(dot, nested), kind);
            case Operand.Name function ->
                    validated(call(dot, function, List.of(function), function, Final.NONE), kind);
            case Operand.Chain chain -> validated(chain(dot, chain, false), kind);
            case Operand.Bool _, Operand.Literal _, Operand.Number _ -> literal(kind, operand);
        };
    }

    private Object literal(Kind kind, Operand operand) throws TemplateFailed {
        var value = Objects.requireNonNull(constant(null, operand));
        return kind.fitted(value)
                .orElseThrow(
                        () ->
                                failed(
                                        kind == Kind.MAP
                                                ? "can't handle %s for arg of type %s"
                                                        .formatted(operand, kind)
                                                : "expected %s; found %s"
                                                        .formatted(kind.literal(), operand)));
    }

    private @Nullable Object validated(@Nullable Object value, Kind kind) throws TemplateFailed {
        if (value instanceof NoValue || value == null && kind == Kind.ANY) {
            if (!kind.mayBeNil()) {
                throw failed("invalid value; expected " + kind);
            }
            return null;
        }
        if (value == null || !kind.takes(value)) {
            var type = value == null ? "interface {}" : GoValue.type(value);
            throw failed("wrong type for value; expected %s; got %s".formatted(kind, type));
        }
        return value;
    }
}
