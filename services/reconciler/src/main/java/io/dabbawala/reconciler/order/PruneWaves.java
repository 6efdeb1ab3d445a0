package io.dabbawala.reconciler.order;

import io.dabbawala.reconciler.hook.Phase;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * The waves of what is pruned: first and last are swapped, second and second-last, and so on, so
 * that what came last goes first.
 */
final class PruneWaves {

    /**
     * @param last which of what is left goes after everything else of the phase
     */
    static List<Placed> mirrored(List<Placed> all, Predicate<Placed.Item.Left> last) {
        var distinct = new TreeSet<Long>();
        all.stream().filter(PruneWaves::isLeft).forEach(one -> distinct.add(one.wave()));
        var ascending = List.copyOf(distinct);
        var swapped =
                all.stream()
                        .map(one -> isLeft(one) ? one.inWave(opposite(one, ascending)) : one)
                        .toList();
        long end =
                swapped.stream()
                                .filter(one -> one.phase() == Phase.SYNC)
                                .mapToLong(Placed::wave)
                                .reduce(0, Math::max)
                        + 1;
        return swapped.stream()
                .map(
                        one ->
                                one.item() instanceof Placed.Item.Left left && last.test(left)
                                        ? one.inWave(end)
                                        : one)
                .toList();
    }

    private static long opposite(Placed one, List<Long> ascending) {
        return ascending.get(ascending.size() - 1 - ascending.indexOf(one.wave()));
    }

    private static boolean isLeft(Placed one) {
        return one.item() instanceof Placed.Item.Left;
    }

    private PruneWaves() {}
}
