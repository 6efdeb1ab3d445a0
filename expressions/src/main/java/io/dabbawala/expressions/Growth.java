package io.dabbawala.expressions;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.types.SimpleType;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What is refused before it ever runs: loops nested too far, and a loop that adds its own variable
 * to itself ({@code map(s, s + s)}), which doubles with every further loop.
 */
final class Growth {

    private static final Set<?> NUMBERS =
            Set.of(SimpleType.INT, SimpleType.UINT, SimpleType.DOUBLE, SimpleType.DURATION);

    private final CelAbstractSyntaxTree tree;
    private final int nesting;

    Growth(CelAbstractSyntaxTree tree, int nesting) {
        this.tree = tree;
        this.nesting = nesting;
    }

    Optional<String> problem() {
        return problem(tree.getExpr(), List.of());
    }

    private Optional<String> problem(CelExpr expression, List<String> variables) {
        return switch (expression.getKind()) {
            case COMPREHENSION -> loop(expression.comprehension(), variables);
            case CALL -> call(expression, variables);
            case SELECT -> problem(expression.select().operand(), variables);
            case LIST -> first(expression.list().elements().stream(), variables);
            case MAP ->
                    first(
                            expression.map().entries().stream()
                                    .flatMap(entry -> Stream.of(entry.key(), entry.value())),
                            variables);
            case STRUCT ->
                    first(
                            expression.struct().entries().stream().map(entry -> entry.value()),
                            variables);
            case NOT_SET, CONSTANT, IDENT -> Optional.empty();
        };
    }

    private Optional<String> loop(CelExpr.CelComprehension loop, List<String> variables) {
        var range = problem(loop.iterRange(), variables);
        if (range.isPresent()) {
            return range;
        }
        if (isBinding(loop)) {
            return first(Stream.of(loop.accuInit(), loop.result()), variables);
        }
        var inner = new java.util.ArrayList<>(variables);
        inner.add(loop.iterVar());
        if (inner.size() > nesting) {
            return Optional.of("nests more than %d loops".formatted(nesting));
        }
        return first(
                Stream.of(loop.accuInit(), loop.loopCondition(), loop.loopStep(), loop.result()),
                inner);
    }

    /** {@code cel.bind} is a loop over nothing. */
    private static boolean isBinding(CelExpr.CelComprehension loop) {
        return loop.iterRange().getKind() == CelExpr.ExprKind.Kind.LIST
                && loop.iterRange().list().elements().isEmpty();
    }

    private Optional<String> call(CelExpr expression, List<String> variables) {
        var call = expression.call();
        if (call.function().equals("_+_") && !variables.isEmpty() && !isNumber(expression)) {
            var seen = new HashSet<String>();
            var open = new ArrayDeque<CelExpr>(call.args());
            while (!open.isEmpty()) {
                var part = open.pop();
                if (part.callOrDefault().function().equals("_+_")) {
                    open.addAll(part.call().args());
                } else if (variables.contains(part.identOrDefault().name())
                        && !seen.add(part.ident().name())) {
                    return Optional.of(
                            "adds %s to itself in a loop".formatted(part.ident().name()));
                }
            }
        }
        return first(Stream.concat(call.target().stream(), call.args().stream()), variables);
    }

    private boolean isNumber(CelExpr expression) {
        return tree.getType(expression.id()).filter(NUMBERS::contains).isPresent();
    }

    private Optional<String> first(Stream<CelExpr> expressions, List<String> variables) {
        return expressions.flatMap(part -> problem(part, variables).stream()).findFirst();
    }
}
