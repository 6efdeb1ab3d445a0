package io.dabbawala.e2e;

import java.util.List;

/**
 * Judges a story by what the outside of the platform has to show: Git, the topics, the cluster. It
 * knows nothing of how the services work.
 */
final class Oracle {

    private static final List<Promise> PROMISES =
            List.of(
                    new EveryCommitIsTold(),
                    new NoSyncWithoutVerdict(),
                    new NewestWins(),
                    new NothingTwice(),
                    new EverySyncEnds(),
                    new ClusterIsAsGitSays());

    /** Every broken promise, empty if all were kept. */
    static List<String> findings(World world) {
        return PROMISES.stream().flatMap(promise -> promise.broken(world)).toList();
    }

    static void judge(World world) {
        var findings = findings(world);
        if (!findings.isEmpty()) {
            throw new AssertionError(
                    "%d promises broken:%n%s"
                            .formatted(findings.size(), String.join("\n", findings)));
        }
    }

    private Oracle() {}
}
