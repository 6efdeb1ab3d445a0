package io.dabbawala.reconciler.sync;

import io.dabbawala.reconciler.sync.execution.SyncRun;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far an application is: what was said, and what is being done. It can be lost: what was said
 * is said again with the same ids.
 *
 * @param drifted begins with the digest of the last plan that was told
 * @param requested names the last request
 * @param askedFor the generation of the last request; 0: none
 * @param carriedOut id of the command the last run was for; empty: it was for none
 * @param last the last result
 */
public record Progress(
        String drifted,
        String requested,
        long askedFor,
        String carriedOut,
        @Nullable SyncResult last,
        SlowDown healing,
        @Nullable SyncRun run) {

    /** After a start: what was told last, and the generation that was asked for last. */
    public static Progress after(@Nullable SyncResult last, long askedFor) {
        return new Progress("", "", askedFor, "", last, SlowDown.NONE, null);
    }

    public static Progress after(@Nullable SyncResult last) {
        return after(last, 0);
    }

    /** Whether a sync of this generation was asked for and has not succeeded yet. */
    boolean isOpen(long generation) {
        return askedFor == generation && (last == null || !last.isSuccessOf(generation));
    }

    /** Whether this generation is in the cluster and nothing is being done. */
    public boolean isSettled(long generation) {
        return run == null && last != null && last.isSuccessOf(generation);
    }

    Progress drifted(String name) {
        return new Progress(name, requested, askedFor, carriedOut, last, healing, run);
    }

    /** Why others cannot build on this application yet; empty if they can. */
    public String whyNotReady(long generation) {
        var result = last;
        if (result == null || !result.isSuccessOf(generation)) {
            return "is not synced to its generation " + generation;
        }
        return switch (result.health().status()) {
            case HEALTHY -> "";
            case SUSPENDED, PROGRESSING, MISSING, DEGRADED, UNKNOWN ->
                    "is " + result.health().status();
        };
    }

    Progress requested(String name, long generation) {
        return new Progress(drifted, name, generation, carriedOut, last, healing, run);
    }

    Progress running(@Nullable SyncRun next) {
        return new Progress(drifted, requested, askedFor, carriedOut, last, healing, next);
    }

    Progress carryingOut(String command) {
        return new Progress(drifted, requested, askedFor, command, last, healing, run);
    }

    Progress finished(SyncResult result) {
        return new Progress(
                drifted, requested, askedFor, carriedOut, result.summary(), healing, null);
    }

    /** Somebody changed what was synced. */
    Progress changed(Instant now) {
        return new Progress(
                drifted, requested, askedFor, carriedOut, last, healing.changed(now), run);
    }

    Progress healed(Instant now) {
        return new Progress(
                drifted, requested, askedFor, carriedOut, last, healing.healed(now), run);
    }
}
