package io.dabbawala.reconciler.rollout;

import io.dabbawala.reconciler.object.Tree;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Whether an object already has everything that would be applied. A doubt is a no: applying again
 * changes nothing.
 */
final class Covers {

    private static final List<String> KEYS = List.of("name", "containerPort", "port", "mountPath");

    static boolean all(@Nullable Object wanted, @Nullable Object live) {
        return switch (wanted) {
            case Map<?, ?> map -> map(Tree.map(map), live);
            case List<?> list -> list(list, Tree.list(live));
            case Number number ->
                    live instanceof Number other
                            && new BigDecimal(number.toString())
                                            .compareTo(new BigDecimal(other.toString()))
                                    == 0;
            case null -> live == null;
            default -> wanted.equals(live);
        };
    }

    private static boolean map(Map<String, Object> wanted, @Nullable Object live) {
        var there = Tree.map(live);
        return wanted.entrySet().stream()
                .allMatch(entry -> all(entry.getValue(), there.get(entry.getKey())));
    }

    /** Named elements are found by name, in whatever order and company; others by position. */
    private static boolean list(List<?> wanted, List<Object> live) {
        var key = KEYS.stream().filter(it -> isKey(it, wanted)).findFirst();
        if (key.isPresent()) {
            return wanted.stream().allMatch(one -> all(one, find(key.get(), one, live)));
        }
        if (wanted.size() != live.size()) {
            return false;
        }
        for (int i = 0; i < wanted.size(); i++) {
            if (!all(wanted.get(i), live.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isKey(String key, List<?> wanted) {
        return !wanted.isEmpty()
                && wanted.stream().map(one -> Tree.text(one, key)).allMatch(it -> !it.isEmpty());
    }

    private static @Nullable Object find(String key, @Nullable Object one, List<Object> live) {
        return live.stream()
                .filter(other -> Objects.equals(Tree.text(other, key), Tree.text(one, key)))
                .findFirst()
                .orElse(null);
    }

    private Covers() {}
}
