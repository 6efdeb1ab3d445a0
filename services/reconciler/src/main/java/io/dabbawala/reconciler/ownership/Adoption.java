package io.dabbawala.reconciler.ownership;

import io.dabbawala.reconciler.cluster.ApplyOptions;
import io.dabbawala.reconciler.ignore.PointerRemoval;
import io.dabbawala.reconciler.object.LiveObject;
import io.dabbawala.reconciler.object.Tree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Takes over the fields that Argo CD, Flux or kubectl applied, before we apply an object for the
 * first time: without that, what leaves Git later would stay, for the other tool still owns it.
 * Only who owns the fields changes, not one of them (client-go util/csaupgrade does the same for
 * kubectl).
 */
public enum Adoption {
    FROM_ALL(Deliverers::isOne),
    /** What kubectl applied stays kubectl's. */
    NOT_FROM_KUBECTL(Deliverers::isOneButKubectl);

    private final Predicate<Object> isTaken;

    Adoption(Predicate<Object> isTaken) {
        this.isTaken = isTaken;
    }

    /**
     * @param isMerged whether what kubectl writes into the object stays
     */
    public static Adoption of(boolean isMerged) {
        return isMerged ? NOT_FROM_KUBECTL : FROM_ALL;
    }

    /** The object as far as it says what was applied before by those that are followed. */
    public LiveObject seen(LiveObject live) {
        return this == FROM_ALL ? live : Deliverers.withoutNote(live);
    }

    /** Whether another deliverer applied the object, and we have not yet. */
    public boolean isDue(LiveObject live) {
        return !ManagedFields.areOurs(live)
                && ManagedFields.entries(live).stream().anyMatch(isTaken);
    }

    /**
     * The managedFields after it; empty if there is nothing to take over.
     *
     * @param live with all of its managedFields
     */
    public Optional<List<Object>> of(LiveObject live) {
        if (!isDue(live)) {
            return Optional.empty();
        }
        var left = new ArrayList<>();
        Map<String, Object> taken = Map.of();
        Map<String, Object> first = Map.of();
        for (var entry : ManagedFields.entries(live)) {
            if (isTaken.test(entry)) {
                taken = ManagedFields.union(taken, withoutNote(ManagedFields.fields(entry)));
                first = first.isEmpty() ? Tree.map(entry) : first;
            } else {
                left.add(entry);
            }
        }
        left.addFirst(ours(first, taken));
        return Optional.of(left);
    }

    private static Map<String, Object> ours(Map<String, Object> first, Map<String, Object> taken) {
        var entry = new LinkedHashMap<>(first);
        entry.put("manager", ApplyOptions.FIELD_MANAGER);
        entry.put("operation", "Apply");
        entry.put("fieldsV1", taken);
        return entry;
    }

    /** What kubectl wrote down of its last apply stays for whoever reads it. */
    private static Map<String, Object> withoutNote(Map<String, Object> fields) {
        return new PointerRemoval(
                        List.of("f:metadata", "f:annotations", "f:" + Deliverers.LAST_APPLIED))
                .from(fields);
    }
}
