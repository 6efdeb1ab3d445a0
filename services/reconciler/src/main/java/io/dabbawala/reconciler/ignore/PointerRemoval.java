package io.dabbawala.reconciler.ignore;

import io.dabbawala.reconciler.object.Tree;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Removes what a JSON pointer (RFC 6901) names. A place that is not there is no error.
 *
 * @param tokens unescaped
 */
public record PointerRemoval(List<String> tokens) {

    private static final Pattern INDEX = Pattern.compile("0|[1-9][0-9]{0,8}");

    public PointerRemoval {
        tokens = List.copyOf(tokens);
    }

    public static PointerRemoval of(String pointer) {
        return new PointerRemoval(
                Arrays.stream(pointer.split("/", -1))
                        .skip(1)
                        .map(token -> token.replace("~1", "/").replace("~0", "~"))
                        .toList());
    }

    public Map<String, Object> from(Map<String, Object> tree) {
        return tokens.isEmpty() ? tree : Tree.map(from(tree, 0));
    }

    private @Nullable Object from(@Nullable Object tree, int depth) {
        return switch (tree) {
            case Map<?, ?> map -> fromMap(Tree.map(map), depth);
            case List<?> list -> fromList(Tree.list(list), depth);
            case null, default -> tree;
        };
    }

    private Map<String, Object> fromMap(Map<String, Object> map, int depth) {
        var name = tokens.get(depth);
        if (!map.containsKey(name)) {
            return map;
        }
        var copy = new LinkedHashMap<>(map);
        if (isLast(depth)) {
            copy.remove(name);
        } else {
            copy.put(name, from(map.get(name), depth + 1));
        }
        return copy;
    }

    private List<Object> fromList(List<Object> list, int depth) {
        var token = tokens.get(depth);
        if (!INDEX.matcher(token).matches() || Integer.parseInt(token) >= list.size()) {
            return list;
        }
        int index = Integer.parseInt(token);
        var copy = new ArrayList<>(list);
        if (isLast(depth)) {
            copy.remove(index);
        } else {
            copy.set(index, from(list.get(index), depth + 1));
        }
        return copy;
    }

    private boolean isLast(int depth) {
        return depth == tokens.size() - 1;
    }
}
