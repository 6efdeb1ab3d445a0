package io.dabbawala.reconciler.knowntype;

import io.dabbawala.reconciler.object.Tree;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A field that holds a type of Kubernetes.
 *
 * @param path names; lists between them are passed through
 */
record KnownField(List<String> path, String type) {

    private static final Rewriting REWRITING = new Rewriting(Structs.KUBERNETES);

    /** The object with this field as Go would write it. */
    Object in(Map<String, Object> content) {
        return in(content, path);
    }

    private Object in(Object value, List<String> rest) {
        return switch (value) {
            case List<?> elements ->
                    elements.stream()
                            .<Object>map(one -> one instanceof Map<?, ?> ? in(one, rest) : one)
                            .toList();
            case Object whole when rest.isEmpty() -> written(whole);
            case Map<?, ?> map when map.get(rest.getFirst()) instanceof Object member ->
                    with(Tree.map(map), rest.getFirst(), in(member, rest.subList(1, rest.size())));
            default -> value;
        };
    }

    /** What is not of the type stays as it is. */
    private Object written(Object value) {
        try {
            return Optional.ofNullable(REWRITING.of(type, value)).orElse(value);
        } catch (IllegalArgumentException _) {
            return value;
        }
    }

    private static Object with(Map<String, Object> map, String name, Object value) {
        var copy = new LinkedHashMap<>(map);
        copy.put(name, value);
        return copy;
    }
}
