package io.dabbawala.reconciler.hook;

import io.dabbawala.reconciler.object.Tree;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;

/**
 * The name of a hook that has only a {@code generateName}: the same operation finds the same object
 * again (as gitops-engine, sync_context.go).
 *
 * @param revision what is synced; eight characters and more are cut to seven
 * @param startedAt of the operation
 */
public record HookName(String revision, Instant startedAt) {

    private static final int LONG = 8;
    private static final int SHORT = 7;

    public String of(Map<String, Object> content, Phase phase) {
        var name = Tree.text(content, "metadata", "name");
        if (!name.isEmpty()) {
            return name;
        }
        var cut = revision.length() >= LONG ? revision.substring(0, SHORT) : revision;
        var end = "%s-%s-%d".formatted(cut, phase, startedAt.getEpochSecond());
        return Tree.text(content, "metadata", "generateName") + end.toLowerCase(Locale.ROOT);
    }
}
