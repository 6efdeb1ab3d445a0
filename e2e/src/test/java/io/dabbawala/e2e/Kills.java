package io.dabbawala.e2e;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Whom to kill, and when: each of the two at each step of a sync, and every sixth time at a moment
 * that nobody chose.
 */
final class Kills {

    private static final int ROUND = 6;
    private static final int LONGEST = 700;
    private static final String WATCHER = "git-watcher";
    private static final String RECONCILER = "reconciler";

    /** Those first that are in the middle of the victim's own work. */
    private static final List<Kill> CHOSEN =
            List.of(
                    at(Step.JUDGED, RECONCILER),
                    at(Step.TOLD, WATCHER),
                    at(Step.ASKED, RECONCILER),
                    at(Step.HINTED, WATCHER),
                    at(Step.SYNCED, RECONCILER),
                    at(Step.DESIRED, WATCHER),
                    at(Step.COMPARED, RECONCILER),
                    at(Step.JUDGED, WATCHER),
                    at(Step.DESIRED, RECONCILER),
                    at(Step.SYNCED, WATCHER),
                    at(Step.TOLD, RECONCILER),
                    at(Step.ASKED, WATCHER),
                    at(Step.HINTED, RECONCILER),
                    at(Step.COMPARED, WATCHER));

    /**
     * @param step when it is taken; empty: so many milliseconds after the push
     */
    record Kill(String victim, Optional<Step> step, int milliseconds) {

        @Override
        public String toString() {
            return "%s %s"
                    .formatted(
                            victim,
                            step.map(Step::name)
                                    .orElse("%d ms after a push".formatted(milliseconds)));
        }
    }

    static List<Kill> of(int count, long seed) {
        var random = new Random(seed);
        return IntStream.range(0, count).mapToObj(n -> kill(n, random)).toList();
    }

    private static Kill kill(int n, Random random) {
        if (n % ROUND == ROUND - 1) {
            var victim = random.nextBoolean() ? WATCHER : RECONCILER;
            return new Kill(victim, Optional.empty(), random.nextInt(LONGEST));
        }
        return CHOSEN.get((n - n / ROUND) % CHOSEN.size());
    }

    private static Kill at(Step step, String victim) {
        return new Kill(victim, Optional.of(step), 0);
    }

    private Kills() {}
}
