package io.dabbawala.expressions;

import dev.cel.bundle.Cel;
import dev.cel.common.CelValidationException;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelUnknownSet;
import io.dabbawala.expressions.Compilation.Compiled;
import io.dabbawala.expressions.Compilation.Refused;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;

/**
 * Compiles and evaluates expressions within {@link Limits}. A text is compiled once. Variables are
 * dynamic; JSON goes in through {@link Values}.
 */
public final class Expressions {

    private static final int KEPT = 10_000;

    private final Limits limits;
    private final Fence fence;
    private final Cel cel;
    private final Map<String, Compilation> compilations =
            Collections.synchronizedMap(
                    new LinkedHashMap<>(64, 0.75f, true) {
                        private static final long serialVersionUID = 1L;

                        @Override
                        protected boolean removeEldestEntry(Map.Entry<String, Compilation> eldest) {
                            return size() > KEPT;
                        }
                    });

    public Expressions(Limits limits, Collection<String> variables) {
        this.limits = limits;
        this.fence = new Fence(limits.deadline());
        this.cel = new Language(limits).with(variables);
        warmUp();
    }

    /** The first expression takes long; it shall not be a policy's. */
    private void warmUp() {
        try {
            var warm = compileFully("size('warm'.replace('w', 'f')) == 4");
            if (warm instanceof Compiled(var program, _)) {
                program.trace(Map.of(), new Meter(limits, FieldPaths.none()));
            }
        } catch (CelValidationException | CelEvaluationException e) {
            throw new IllegalStateException("CEL does not work here", e);
        }
    }

    /** Never throws: a text that is no good program is refused with what is wrong and where. */
    public Compilation compile(String expression) {
        var known = compilations.get(expression);
        if (known != null) {
            return known;
        }
        return compileAnew(expression);
    }

    /** Never throws: what goes wrong is the answer. */
    public Evaluation evaluate(String expression, Map<String, Object> variables, FieldPaths paths) {
        return switch (compile(expression)) {
            case Refused(var reason) -> new Evaluation.Failed(reason, Optional.empty());
            case Compiled compiled -> run(expression, compiled, variables, paths);
        };
    }

    private Evaluation run(
            String expression, Compiled compiled, Map<String, Object> variables, FieldPaths paths) {
        var meter = new Meter(limits, paths);
        try {
            var value = fence.within(expression, () -> compiled.program().trace(variables, meter));
            return meter.stopped()
                    .<Evaluation>map(reason -> new Evaluation.Failed(reason, meter.field()))
                    .orElseGet(() -> answered(value, meter));
        } catch (BeyondLimit e) {
            return new Evaluation.Failed(String.valueOf(e.getMessage()), Optional.empty());
        } catch (ExecutionException e) {
            return new Evaluation.Failed(meter.stopped().orElseGet(() -> reason(e)), meter.field());
        }
    }

    /** A variable that has no value makes everything that hangs on it unknown. */
    private static Evaluation answered(Object value, Meter meter) {
        return value instanceof CelUnknownSet
                ? new Evaluation.Failed("no such attribute(s): " + meter.absent(), meter.field())
                : new Evaluation.Value(value, meter.field());
    }

    private Compilation compileAnew(String expression) {
        if (expression.length() > limits.characters()) {
            return new Refused("is longer than %d characters".formatted(limits.characters()));
        }
        try {
            var compilation = fence.within(expression, () -> compileFully(expression));
            compilations.put(expression, compilation);
            return compilation;
        } catch (BeyondLimit e) { // not kept: the machine may have been busy
            return new Refused(String.valueOf(e.getMessage()));
        } catch (ExecutionException e) {
            var refused = new Refused(reason(e));
            compilations.put(expression, refused);
            return refused;
        }
    }

    private Compilation compileFully(String expression)
            throws CelValidationException, CelEvaluationException {
        var tree = cel.compile(expression).getAst();
        var problem = new Growth(tree, limits.nesting()).problem();
        return problem.isPresent()
                ? new Refused(problem.get())
                : new Compiled(cel.createProgram(tree), tree.getResultType());
    }

    /**
     * The messages of CEL say where; of an error of the JVM (no memory, no stack) its name does.
     */
    private static String reason(ExecutionException e) {
        var cause = e.getCause();
        var own = cause.getCause() instanceof BeyondLimit limit ? limit : cause;
        return own instanceof Error || own.getMessage() == null
                ? own.toString()
                : own.getMessage().replace("evaluation error: ", "").strip();
    }
}
