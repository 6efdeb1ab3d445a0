package io.dabbawala.gitwatcher.kafka;

import io.dabbawala.gitwatcher.declare.rollback.Revert;
import io.dabbawala.gitwatcher.forge.Forge;
import io.dabbawala.gitwatcher.forge.HttpForges;
import io.dabbawala.gitwatcher.forge.Proposal;
import io.dabbawala.gitwatcher.git.RevertBranch;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.jboss.logging.Logger;

/**
 * Asks people by a pull request to let Git follow a rollback. The rollback never waits for it, and
 * what could not be asked after some tries is told in the log.
 */
public final class RevertRequests {

    private static final Logger LOG = Logger.getLogger(RevertRequests.class);
    private static final int TRIES = 5;
    private static final Duration PAUSE = Duration.ofSeconds(30);

    /**
     * @param repository its path on the forge
     */
    public record Way(RevertBranch branch, Forge forge, String repository) {}

    private final Map<String, Way> ways;
    private final HttpForges forges;
    private final Set<String> open = ConcurrentHashMap.newKeySet();

    /**
     * @param ways of the repositories that want it, by name
     */
    public RevertRequests(Map<String, Way> ways, HttpForges forges) {
        this.ways = Map.copyOf(ways);
        this.forges = forges;
    }

    /** Once, however often the rollback is heard. */
    void offer(Revert revert) {
        var way = Optional.ofNullable(ways.get(revert.source().name()));
        if (way.isPresent() && open.add(revert.proposedBranch())) {
            Thread.ofVirtual().start(() -> insist(revert, way.get()));
        }
    }

    private void insist(Revert revert, Way way) {
        try {
            tryAgain(revert, way);
        } finally {
            open.remove(revert.proposedBranch());
        }
    }

    private void tryAgain(Revert revert, Way way) {
        for (int i = 1; i <= TRIES; i++) {
            var reason = propose(revert, way);
            if (reason.isEmpty()) {
                LOG.infof(
                        "revert proposed: application=%s branch=%s",
                        revert.application(), revert.proposedBranch());
                return;
            }
            LOG.warnf(
                    "revert not proposed: application=%s try=%d reason=%s",
                    revert.application(), i, reason.get());
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    /** Why not; empty if the pull request is there. One at a time: mirrors are written to. */
    private synchronized Optional<String> propose(Revert revert, Way way) {
        try {
            var refused = way.branch().push(revert);
            var proposal =
                    new Proposal(
                            revert.proposedBranch(),
                            revert.branch(),
                            revert.title(),
                            revert.text());
            return refused.isPresent()
                    ? refused
                    : forges.propose(way.forge(), way.repository(), proposal);
        } catch (IOException e) {
            return Optional.of("the commit cannot be made: " + e.getMessage());
        }
    }
}
