package io.dabbawala.reconciler.operation;

import io.dabbawala.reconciler.application.SpecField;
import io.dabbawala.reconciler.object.ObjectRef;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One sync as it was asked for.
 *
 * @param revision empty: not said
 * @param resources which objects; empty: all
 * @param isApplyOnly objects are applied and no hook runs (strategy {@code apply})
 * @param options in place of the application's; null: not said
 */
public record Operation(
        String revision,
        boolean prune,
        List<SelectedObject> resources,
        boolean isApplyOnly,
        @Nullable List<String> options) {

    /** Everything, with its hooks, and nothing is pruned. */
    public static final Operation PLAIN = new Operation("", false, List.of(), false, null);

    public Operation {
        resources = List.copyOf(resources);
        options = options == null ? null : List.copyOf(options);
    }

    /**
     * @param tree {@code {"sync":{...}}}
     * @throws IllegalArgumentException if a field has a wrong type; it is named
     */
    public static Operation of(Map<String, Object> tree) {
        var sync = new SpecField("operation", tree).at("sync");
        var options = sync.at("syncOptions");
        return new Operation(
                sync.at("revision").text(),
                sync.at("prune").flag(false),
                sync.at("resources").list().stream().map(SelectedObject::of).toList(),
                !sync.at("syncStrategy").at("apply").isAbsent(),
                options.isAbsent() ? null : options.texts());
    }

    public boolean selects(ObjectRef ref) {
        return resources.isEmpty() || resources.stream().anyMatch(one -> one.means(ref));
    }

    /** Why hooks do not run; empty if they do. */
    public Optional<String> whyNoHooks() {
        if (isApplyOnly) {
            return Optional.of("hooks are skipped (strategy apply)");
        }
        return resources.isEmpty()
                ? Optional.empty()
                : Optional.of("hooks are skipped (only some objects are synced)");
    }
}
