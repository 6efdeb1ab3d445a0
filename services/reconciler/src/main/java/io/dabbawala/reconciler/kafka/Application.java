package io.dabbawala.reconciler.kafka;

import io.dabbawala.platform.Envelope;
import io.dabbawala.reconciler.application.DesiredState;
import io.dabbawala.reconciler.kafka.memory.Heard;
import io.dabbawala.reconciler.sync.Progress;
import io.dabbawala.reconciler.sync.Situation;
import io.dabbawala.reconciler.sync.SyncCommand;
import io.dabbawala.reconciler.sync.Turn;
import io.dabbawala.reconciler.sync.verdict.Verdict;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** What was heard of one application, each time the newest. */
final class Application {

    private @Nullable Heard<DesiredState> state;
    private @Nullable Heard<Verdict> verdict;
    private @Nullable Heard<SyncCommand> command;
    private Progress progress;
    private String waiting = "";
    private @Nullable DesiredState synced;
    private long since;

    Application(Progress progress) {
        this.progress = progress;
    }

    /** Newest wins, never backwards; the same generation again is no news. */
    synchronized boolean desire(DesiredState newer, Envelope envelope) {
        var known = state;
        if (known != null && known.value().generation() >= newer.generation()) {
            return false;
        }
        state = new Heard<>(newer, envelope);
        return true;
    }

    /** Whether it is ours since another time than before, or is not ours any more. */
    synchronized boolean isAnother(long now) {
        return since != now;
    }

    /**
     * From now on it is ours, and goes on from where it was left; or it is somebody else's.
     *
     * @param now names the time since when; 0: it is not ours
     */
    synchronized void belongs(long now, Progress left, @Nullable Heard<SyncCommand> unanswered) {
        if (since != now) {
            since = now;
            verdict = null;
            command = unanswered;
            progress = left;
        }
    }

    synchronized void forget() {
        state = null;
    }

    synchronized void judge(Verdict newer, Envelope envelope) {
        var known = verdict;
        if (known == null || !known.value().judgedAt().isAfter(newer.judgedAt())) {
            verdict = new Heard<>(newer, envelope);
        }
    }

    synchronized void command(SyncCommand newer, Envelope envelope) {
        command = new Heard<>(newer, envelope);
    }

    /** Why others cannot build on it yet; empty if they can. */
    synchronized String whyNotReady() {
        var known = state;
        return known == null
                ? "is not known here"
                : progress.whyNotReady(known.value().generation());
    }

    /**
     * @param dependency what is missing of one it depends on; empty if nothing is
     * @param isOurs whether it still is
     */
    synchronized Optional<Situation> situation(
            String dependency, BooleanSupplier isOurs, Instant now) {
        var known = state;
        return known == null
                ? Optional.empty()
                : Optional.of(
                        new Situation(
                                known.value(),
                                valueOf(verdict),
                                valueOf(command),
                                dependency,
                                isOurs,
                                now));
    }

    /** Whether what is desired is in the cluster and nothing is being done. */
    synchronized boolean isSettled() {
        var known = state;
        return known != null && progress.isSettled(known.value().generation());
    }

    synchronized Progress progress() {
        return progress;
    }

    /** The turn is over, and what it said is safe; unless it is another's since. */
    synchronized void keep(Turn turn, @Nullable SyncCommand done, long turnSince) {
        if (since != turnSince) {
            return;
        }
        progress = turn.progress();
        waiting = turn.waiting();
        var known = command;
        if (done != null && known != null && known.value().equals(done)) {
            command = null;
        }
    }

    /** Whether this state is in sync for the first time that anybody hears of it. */
    synchronized boolean isNewlySynced(DesiredState now, Turn turn) {
        var isNew = turn.isInSync() && (turn.tellsResult() || !now.equals(synced));
        if (isNew) {
            synced = now;
        }
        return isNew;
    }

    synchronized String waiting() {
        return waiting;
    }

    /** The event that what is said now follows from. */
    synchronized Envelope cause(String planDigest, @Nullable SyncCommand commanded) {
        var known = verdict;
        if (known != null && known.value().planDigest().equals(planDigest)) {
            return known.envelope();
        }
        var asked = command;
        if (commanded != null && asked != null && asked.value().equals(commanded)) {
            return asked.envelope();
        }
        return stateCause();
    }

    synchronized Envelope stateCause() {
        var known = state;
        if (known == null) {
            throw new IllegalStateException("nothing is desired, so nothing can follow from it");
        }
        return known.envelope();
    }

    private static <T> @Nullable T valueOf(@Nullable Heard<T> heard) {
        return heard == null ? null : heard.value();
    }
}
