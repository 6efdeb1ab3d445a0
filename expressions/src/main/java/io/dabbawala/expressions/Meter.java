package io.dabbawala.expressions;

import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.runtime.CelEvaluationListener;
import dev.cel.runtime.CelUnknownSet;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Counts what an evaluation does, stops it when that is too much, and sees what it looks at. */
final class Meter implements CelEvaluationListener {

    private static final String INDEX = "_[_]";
    private static final String OPTIONAL_INDEX = "_[?_]";
    private static final String OPTIONAL_SELECT = "_?._";
    private static final String IN = "@in";
    private static final String CONCATENATION = "_+_";

    private final Limits limits;
    private final FieldPaths paths;
    private final Map<Long, Object> values = new HashMap<>();
    private final Map<Object, Long> weights = new IdentityHashMap<>();
    private int steps;
    private long made;
    private @Nullable String stopped;
    private Optional<String> field = Optional.empty();
    private String absent = "";

    Meter(Limits limits, FieldPaths paths) {
        this.limits = limits;
        this.paths = paths;
    }

    /** The last field of the object that was looked at. */
    Optional<String> field() {
        return field;
    }

    /** What was looked for, in whole, where a variable has no value; empty: all have one. */
    String absent() {
        return absent;
    }

    /** Why it was stopped; CEL's operators swallow errors of the side that does not decide. */
    Optional<String> stopped() {
        return Optional.ofNullable(stopped);
    }

    @Override
    public void callback(CelExpr expression, Object value) {
        if (stopped == null) {
            if (Thread.currentThread().isInterrupted()) {
                stopped = "takes longer than " + limits.deadline();
            } else if (++steps > limits.steps()) {
                stopped = "takes more than %d steps".formatted(limits.steps());
            }
            measure(expression, value);
        }
        if (stopped != null) {
            throw new BeyondLimit(stopped);
        }
        values.put(expression.id(), value);
        if (value instanceof CelUnknownSet) {
            miss(expression);
        }
        look(expression);
    }

    /** The variable comes first, then the fields that are looked for in it. */
    private void miss(CelExpr expression) {
        switch (expression.getKind()) {
            case IDENT -> absent = absent.isEmpty() ? expression.ident().name() : absent;
            case SELECT -> {
                var longer = path(expression);
                absent = longer.startsWith(absent + ".") ? longer : absent;
            }
            case NOT_SET, CONSTANT, CALL, LIST, STRUCT, MAP, COMPREHENSION -> {}
        }
    }

    private static String path(CelExpr expression) {
        return switch (expression.getKind()) {
            case IDENT -> expression.ident().name();
            case SELECT -> path(expression.select().operand()) + "." + expression.select().field();
            case NOT_SET, CONSTANT, CALL, LIST, STRUCT, MAP, COMPREHENSION -> "";
        };
    }

    private void measure(CelExpr expression, Object value) {
        switch (expression.getKind()) {
            case CALL -> measureMade(expression, value);
            case LIST, MAP -> weigh(value);
            case NOT_SET, CONSTANT, IDENT, SELECT, STRUCT, COMPREHENSION -> {}
        }
        if (made > limits.total()) {
            stopped = "makes more than %d characters and elements".formatted(limits.total());
        }
    }

    private void measureMade(CelExpr expression, Object value) {
        if (value instanceof String text) {
            made += text.length();
        } else if (value instanceof List<?> list && !isLoopsOwn(expression)) {
            made += list.size();
            if (list.size() > limits.elements()) {
                stopped = "makes a list of more than %d elements".formatted(limits.elements());
            }
        }
    }

    /**
     * A list that holds the same list twice takes little room, but whoever compares it walks
     * through all of it: a few such lists in each other, and that takes for ever.
     */
    private void weigh(Object value) {
        var parts =
                switch (value) {
                    case List<?> list -> list;
                    case Map<?, ?> map -> map.values();
                    default -> List.of();
                };
        var weight = 1L;
        for (var part : parts) {
            weight += weights.getOrDefault(part, 1L);
        }
        if (weight > 2) {
            weights.put(value, weight);
        }
        if (weight > limits.total()) {
            stopped = "makes a value of more than %d parts".formatted(limits.total());
        }
    }

    /** {@code map} and {@code filter} are written with + on what they collect. */
    private static boolean isLoopsOwn(CelExpr expression) {
        var call = expression.call();
        return call.function().equals(CONCATENATION)
                && call.args().getFirst().identOrDefault().name().contains("result__");
    }

    private void look(CelExpr expression) {
        switch (expression.getKind()) {
            case SELECT -> {
                var select = expression.select();
                look(select.operand(), select.field());
            }
            case CALL -> {
                var args = expression.call().args();
                switch (expression.call().function()) {
                    case INDEX, OPTIONAL_INDEX, OPTIONAL_SELECT ->
                            look(args.getFirst(), name(args.getLast()));
                    case IN -> look(args.getLast(), name(args.getFirst()));
                    default -> {}
                }
            }
            case NOT_SET, CONSTANT, IDENT, LIST, STRUCT, MAP, COMPREHENSION -> {}
        }
    }

    /** A constant that is part of an operator is not evaluated. */
    private @Nullable Object name(CelExpr expression) {
        return expression.getKind() == CelExpr.ExprKind.Kind.CONSTANT
                        && expression.constant().getKind() == CelConstant.Kind.STRING_VALUE
                ? expression.constant().stringValue()
                : values.get(expression.id());
    }

    private void look(CelExpr container, @Nullable Object name) {
        var value = values.get(container.id());
        if (value instanceof Optional<?> optional) {
            value = optional.orElse(null);
        }
        paths.field(value, String.valueOf(name)).ifPresent(path -> field = Optional.of(path));
    }
}
