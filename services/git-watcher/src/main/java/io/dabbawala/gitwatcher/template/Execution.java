package io.dabbawala.gitwatcher.template;

import io.dabbawala.gitwatcher.template.function.Budget;
import io.dabbawala.gitwatcher.template.function.Functions;
import io.dabbawala.gitwatcher.template.function.TemplateFailed;
import io.dabbawala.gitwatcher.template.syntax.Node;
import io.dabbawala.gitwatcher.template.value.GoText;
import io.dabbawala.gitwatcher.template.value.GoValue;
import io.dabbawala.gitwatcher.template.value.NoValue;
import io.dabbawala.gitwatcher.template.value.Quoted;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One run of a template: walks its nodes and writes. */
final class Execution {

    /** What is run. */
    record Program(
            String text,
            Map<String, List<Node>> templates,
            Functions functions,
            MissingKey missingKey) {}

    private enum Flow {
        ON,
        BREAK,
        CONTINUE
    }

    private final Program program;
    private final Budget budget;
    private final StringBuilder out = new StringBuilder();
    private Evaluation evaluation;
    private int depth;

    Execution(Program program, Budget budget) {
        this.program = program;
        this.budget = budget;
        this.evaluation = new Evaluation(program, budget, "", null);
    }

    String run(@Nullable Object data) throws TemplateFailed {
        evaluation = new Evaluation(program, budget, "", data);
        walk(data, program.templates().getOrDefault("", List.of()));
        return out.toString();
    }

    private Flow walk(@Nullable Object dot, List<Node> nodes) throws TemplateFailed {
        for (var node : nodes) {
            var flow = walk(dot, node);
            if (flow != Flow.ON) {
                return flow;
            }
        }
        return Flow.ON;
    }

    private Flow walk(@Nullable Object dot, Node node) throws TemplateFailed {
        budget.step();
        switch (node) {
            case Node.Text(_, var text) -> write(text);
            case Node.Action(_, var pipeline) -> {
                var value = evaluation.pipeline(dot, pipeline);
                if (pipeline.variables().isEmpty()) {
                    print(value);
                }
            }
            case Node.If(_, var pipeline, var body, var otherwise) -> {
                var mark = evaluation.variables().mark();
                var isTrue = GoValue.isTrue(evaluation.pipeline(dot, pipeline));
                return done(mark, walk(dot, isTrue ? body : otherwise));
            }
            case Node.With(_, var pipeline, var body, var otherwise) -> {
                var mark = evaluation.variables().mark();
                var value = evaluation.pipeline(dot, pipeline);
                return done(mark, GoValue.isTrue(value) ? walk(value, body) : walk(dot, otherwise));
            }
            case Node.Range range -> {
                var mark = evaluation.variables().mark();
                return done(mark, range(dot, range));
            }
            case Node.Call call -> call(dot, call);
            case Node.Break _ -> {
                return Flow.BREAK;
            }
            case Node.Continue _ -> {
                return Flow.CONTINUE;
            }
        }
        return Flow.ON;
    }

    private Flow done(int mark, Flow flow) {
        evaluation.variables().reset(mark);
        return flow;
    }

    private void print(@Nullable Object value) throws TemplateFailed {
        write(GoValue.present(value) == null ? "<no value>" : GoText.of(value));
    }

    private void write(String text) throws TemplateFailed {
        budget.take(text.length());
        out.append(text);
    }

    private Flow range(@Nullable Object dot, Node.Range range) throws TemplateFailed {
        var pipeline = range.pipeline();
        var value = evaluation.pipeline(dot, pipeline);
        switch (value) {
            case null -> {}
            case NoValue _ -> {}
            case List<?> list when !list.isEmpty() -> {
                for (int i = 0; i < list.size(); i++) {
                    if (once(range, i, list.get(i)) == Flow.BREAK) {
                        break;
                    }
                }
                return Flow.ON;
            }
            case Map<?, ?> map when !map.isEmpty() -> {
                for (var member : GoText.sorted(map).entrySet()) {
                    if (once(range, member.getKey(), member.getValue()) == Flow.BREAK) {
                        break;
                    }
                }
                return Flow.ON;
            }
            case List<?> _, Map<?, ?> _ -> {}
            case Integer count -> {
                return counted(dot, range, count);
            }
            case Long count -> {
                return counted(dot, range, count);
            }
            default -> throw evaluation.failed("range can't iterate over " + GoText.of(value));
        }
        return walk(dot, range.otherwise());
    }

    private Flow counted(@Nullable Object dot, Node.Range range, Number count)
            throws TemplateFailed {
        if (range.pipeline().variables().size() > 1) {
            throw evaluation.failed(
                    "can't use %s to iterate over more than one variable".formatted(count));
        }
        for (long i = 0; i < count.longValue(); i++) {
            Object item = count instanceof Integer ? (Object) (int) i : (Object) i;
            if (once(range, null, item) == Flow.BREAK) {
                break;
            }
        }
        return count.longValue() > 0 ? Flow.ON : walk(dot, range.otherwise());
    }

    private Flow once(Node.Range range, @Nullable Object index, @Nullable Object item)
            throws TemplateFailed {
        budget.step();
        var pipeline = range.pipeline();
        var names = pipeline.variables();
        var mark = evaluation.variables().mark();
        if (names.size() == 1) {
            evaluation.variables().set(names.getFirst(), item, pipeline.assigns());
        } else if (names.size() == 2) {
            evaluation.variables().set(names.getFirst(), index, pipeline.assigns());
            evaluation.variables().set(names.getLast(), item, pipeline.assigns());
        }
        return done(mark, walk(item, range.body()));
    }

    private void call(@Nullable Object dot, Node.Call call) throws TemplateFailed {
        evaluation.at(call.position(), call.toString());
        var body = program.templates().get(call.name());
        if (body == null) {
            throw evaluation.failed("template %s not defined".formatted(Quoted.of(call.name())));
        }
        if (++depth > Budget.DEPTH) {
            throw evaluation.failed("exceeded maximum template depth (%d)".formatted(Budget.DEPTH));
        }
        var data = call.pipeline() == null ? null : evaluation.pipeline(dot, call.pipeline());
        var caller = evaluation;
        evaluation = new Evaluation(program, budget, call.name(), data);
        walk(data, body);
        evaluation = caller;
        depth--;
    }
}
