package io.dabbawala.gitwatcher.template.function;

import io.dabbawala.gitwatcher.template.value.GoText;
import io.dabbawala.gitwatcher.template.value.GoValue;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** eq, lt and their kin: values of one basic kind are compared, others are refused. */
final class Comparison {

    private static final String NOT_BASIC = "invalid type for comparison";

    static boolean isAny(@Nullable Object value, List<@Nullable Object> others)
            throws TemplateFailed {
        if (others.isEmpty()) {
            throw new TemplateFailed("missing argument for comparison");
        }
        for (var other : others) {
            if (isEqual(value, other)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isEqual(@Nullable Object left, @Nullable Object right)
            throws TemplateFailed {
        if (left == null || right == null) {
            return left == right;
        }
        if (!kind(left).equals(kind(right))) {
            throw incompatible(left, right);
        }
        return switch (left) {
            case Long _, Integer _ -> ((Number) left).longValue() == ((Number) right).longValue();
            case Double number -> number.doubleValue() == ((Double) right).doubleValue();
            case String _, Boolean _ -> left.equals(right);
            case List<?> _, Map<?, ?> _ -> throw notComparable(left, right);
            default -> left == right;
        };
    }

    static boolean isLess(@Nullable Object left, @Nullable Object right) throws TemplateFailed {
        if (kind(left).isEmpty() || kind(right).isEmpty()) {
            throw new TemplateFailed(NOT_BASIC);
        }
        if (!kind(left).equals(kind(right))) {
            throw incompatible(left, right);
        }
        return switch (left) {
            case Long _, Integer _ -> ((Number) left).longValue() < ((Number) right).longValue();
            case Double number -> number < (Double) right;
            case String text -> text.compareTo((String) right) < 0;
            case null, default -> throw new TemplateFailed(NOT_BASIC);
        };
    }

    private static TemplateFailed notComparable(Object left, Object right) {
        var isSame = GoValue.kind(left).equals(GoValue.kind(right));
        return new TemplateFailed(
                isSame
                        ? "non-comparable type %s: %s".formatted(text(right), GoValue.type(right))
                        : "non-comparable types %s: %s, %s: %s"
                                .formatted(
                                        text(left),
                                        GoValue.type(left),
                                        GoValue.type(right),
                                        GoText.of(right)));
    }

    private static String text(Object value) {
        return new Verb('s', "", null, null).of(value);
    }

    private static TemplateFailed incompatible(Object left, Object right) {
        return new TemplateFailed(
                "incompatible types for comparison: %s and %s"
                        .formatted(GoValue.type(left), GoValue.type(right)));
    }

    private static String kind(@Nullable Object value) {
        return switch (value) {
            case Long _, Integer _ -> "int";
            case Double _ -> "float";
            case String _ -> "string";
            case Boolean _ -> "bool";
            case null, default -> "";
        };
    }

    private Comparison() {}
}
