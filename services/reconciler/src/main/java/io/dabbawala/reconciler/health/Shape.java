package io.dabbawala.reconciler.health;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The types of the fields a rule looks at. An object of another shape is not judged; the reasons
 * are worded as Kubernetes' own converter words them.
 *
 * @param fields as in {@code spec.replicas:int32} or {@code status.conditions[].type:string}
 */
public record Shape(List<String> fields) {

    /** What the conditions of a status look like. */
    public static final Shape CONDITIONS =
            Shape.of(
                    "status.conditions[].type:string",
                    "status.conditions[].status:string",
                    "status.conditions[].reason:string",
                    "status.conditions[].message:string");

    static Shape of(String... fields) {
        return new Shape(List.of(fields));
    }

    Shape with(String... more) {
        return new Shape(Stream.concat(fields.stream(), Stream.of(more)).toList());
    }

    /** Why the object cannot be judged. */
    public Optional<String> problemOf(Map<String, Object> content) {
        return fields.stream().flatMap(field -> problem(content, field).stream()).findFirst();
    }

    private static Optional<String> problem(@Nullable Object value, String rest) {
        if (value == null) {
            return Optional.empty();
        }
        if (rest.startsWith(":")) {
            return typeProblem(value, rest.substring(1));
        }
        if (rest.startsWith("[]")) {
            return value instanceof List<?> list
                    ? list.stream()
                            .flatMap(one -> problem(one, rest.substring(2)).stream())
                            .findFirst()
                    : Optional.of("cannot restore slice from " + nameOf(value));
        }
        var path = rest.startsWith(".") ? rest.substring(1) : rest;
        int end = 0;
        while (".[:".indexOf(path.charAt(end)) < 0) {
            end++;
        }
        return value instanceof Map<?, ?> map
                ? problem(map.get(path.substring(0, end)), path.substring(end))
                : Optional.of("cannot restore struct from: " + nameOf(value));
    }

    private static Optional<String> typeProblem(Object value, String type) {
        return switch (type) {
            case "string" -> value instanceof String ? Optional.empty() : toText(value);
            case "bool" -> value instanceof Boolean ? Optional.empty() : unrecognized(type);
            default -> isWhole(value) ? Optional.empty() : toWhole(value, type);
        };
    }

    private static Optional<String> toText(Object value) {
        return isWhole(value)
                ? Optional.of("cannot convert int64 to string")
                : unrecognized("string");
    }

    private static Optional<String> toWhole(Object value, String type) {
        return value instanceof Number
                ? Optional.of("cannot convert float64 to " + type)
                : unrecognized(type);
    }

    private static boolean isWhole(Object value) {
        return value instanceof Number number && number.doubleValue() == number.longValue();
    }

    private static Optional<String> unrecognized(String type) {
        return Optional.of("unrecognized type: " + type);
    }

    private static String nameOf(Object value) {
        return switch (value) {
            case String _ -> "string";
            case Boolean _ -> "bool";
            case List<?> _ -> "slice";
            case Map<?, ?> _ -> "map";
            default -> isWhole(value) ? "int64" : "float64";
        };
    }
}
