package io.dabbawala.reconciler.order;

import java.util.Comparator;
import java.util.List;

/** Objects of an application that is deleted: the highest wave first. */
public final class DeletionOrder {

    private static final Comparator<Placed> ORDER =
            Comparator.comparingLong(Placed::wave)
                    .reversed()
                    .thenComparingInt(placed -> KindRank.of(placed.ref().kind()))
                    .thenComparing(placed -> placed.ref().name())
                    .thenComparing(placed -> placed.ref().namespace())
                    .thenComparing(placed -> placed.ref().group());

    public static List<Placed> of(List<Placed> left) {
        return left.stream().sorted(ORDER).toList();
    }

    private DeletionOrder() {}
}
