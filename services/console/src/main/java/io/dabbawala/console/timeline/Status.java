package io.dabbawala.console.timeline;

import io.dabbawala.console.event.Desired;
import io.dabbawala.console.event.Health;
import io.dabbawala.console.event.SyncResult;
import io.dabbawala.console.event.Verdict;

/** Where an application stands in two words. */
public record Status(Sync sync, Health health) {

    public enum Sync {
        UNKNOWN("Unknown"),
        SYNCED("Synced"),
        OUT_OF_SYNC("OutOfSync"),
        SYNCING("Syncing"),
        DENIED("Denied"),
        HELD("Held");

        private final String word;

        Sync(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    public static Status of(ApplicationView view) {
        return new Status(syncOf(view), healthOf(view));
    }

    private static Sync syncOf(ApplicationView view) {
        var desired = view.desired();
        if (desired == null || desired.generation() == 0) {
            return Sync.UNKNOWN;
        }
        return switch (view.plan().step(desired.generation())) {
            case Plan.Step.Nowhere _ -> isAlreadySynced(view, desired) ? Sync.SYNCED : Sync.UNKNOWN;
            case Plan.Step.Found _ -> Sync.OUT_OF_SYNC;
            case Plan.Step.Asked _ -> Sync.SYNCING;
            case Plan.Step.Judged(var verdict) -> syncAfter(verdict);
            case Plan.Step.Done(var result) -> syncAfter(result);
        };
    }

    private static Sync syncAfter(Verdict verdict) {
        return switch (verdict.decision()) {
            case ADMITTED -> Sync.SYNCING;
            case DENIED -> Sync.DENIED;
            case HELD -> Sync.HELD;
            case UNKNOWN -> Sync.UNKNOWN;
        };
    }

    private static Sync syncAfter(SyncResult result) {
        return switch (result.outcome()) {
            case SUCCEEDED -> Sync.SYNCED;
            case FAILED, OUT_OF_DATE -> Sync.OUT_OF_SYNC;
            case UNKNOWN -> Sync.UNKNOWN;
        };
    }

    /** A new generation of what the cluster already has needs no plan. */
    private static boolean isAlreadySynced(ApplicationView view, Desired desired) {
        var result = view.plan().result();
        return result != null && result.isSucceeded() && result.digest().equals(desired.digest());
    }

    /** What runs may be healthy while a canary of it is still under observation. */
    private static Health healthOf(ApplicationView view) {
        var seen = view.plan().health();
        if (seen == null) {
            return Health.UNKNOWN;
        }
        var underWay = view.rollouts().values().stream().anyMatch(of -> of.phase().isUnderWay());
        if (seen.health() != Health.HEALTHY || !underWay) {
            return seen.health();
        }
        return view.isPaused() ? Health.SUSPENDED : Health.PROGRESSING;
    }
}
