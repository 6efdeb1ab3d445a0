package io.dabbawala.reconciler.order;

import io.dabbawala.reconciler.object.ObjectRef;
import io.dabbawala.reconciler.object.Tree;
import io.dabbawala.reconciler.order.Placed.Item;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/**
 * Brings everything of a sync in order.
 *
 * @param namespace where objects without one go; it counts as theirs, also for kinds that have
 *     none, when namespaces are pulled forward
 * @param last which of what is left is pruned after everything else
 */
public record SyncOrder(String namespace, Predicate<Item.Left> last) {

    private static final String CRD = "CustomResourceDefinition";

    private static final Comparator<Placed> ORDER =
            Comparator.comparing(Placed::phase)
                    .thenComparingLong(Placed::wave)
                    .thenComparingInt(placed -> KindRank.of(placed.ref().kind()))
                    .thenComparing(placed -> placed.ref().name())
                    .thenComparing(placed -> placed.ref().namespace())
                    .thenComparing(placed -> placed.ref().group());

    /**
     * A namespace, and the definition of a kind, is pulled in front of the first object that needs
     * it, into that object's phase and wave.
     */
    public List<Placed> of(List<Placed> all) {
        var sorted = PruneWaves.mirrored(all, last).stream().sorted(ORDER).toList();
        return pulled(
                pulled(sorted, SyncOrder::isNamespace, this::isIn),
                SyncOrder::isDefinition,
                SyncOrder::isOfKind);
    }

    private static List<Placed> pulled(
            List<Placed> sorted, Predicate<Placed> isNeeded, BiPredicate<Placed, Placed> needs) {
        var all = new ArrayList<>(sorted);
        for (int from = 0; from < all.size(); from++) {
            var needed = all.get(from);
            if (isTarget(needed) && isNeeded.test(needed)) {
                for (int to = 0; to < from; to++) {
                    var other = all.get(to);
                    if (isTarget(other) && !isNeeded.test(other) && needs.test(other, needed)) {
                        all.remove(from);
                        all.add(to, needed.before(other));
                        break;
                    }
                }
            }
        }
        return List.copyOf(all);
    }

    private static boolean isTarget(Placed placed) {
        return switch (placed.item()) {
            case Item.Declared _, Item.Hook _ -> true;
            case Item.Left _, Item.LeftAlone _ -> false;
        };
    }

    private static boolean isNamespace(Placed placed) {
        return placed.ref().isOfKind("", "Namespace");
    }

    private boolean isIn(Placed placed, Placed needed) {
        var own = placed.ref().namespace();
        return needed.ref().name().equals(own.isEmpty() ? namespace : own);
    }

    private static boolean isDefinition(Placed placed) {
        return placed.ref().isOfKind("apiextensions.k8s.io", CRD);
    }

    private static boolean isOfKind(Placed placed, Placed definition) {
        var content = definition.item().content();
        ObjectRef ref = placed.ref();
        return ref.isOfKind(
                Tree.text(content, "spec", "group"), Tree.text(content, "spec", "names", "kind"));
    }
}
