package io.dabbawala.reconciler.hook;

import io.dabbawala.reconciler.cluster.ApplyOptions;
import io.dabbawala.reconciler.cluster.ApplyOutcome;
import io.dabbawala.reconciler.cluster.Cluster;
import io.dabbawala.reconciler.cluster.DeleteOptions;
import io.dabbawala.reconciler.cluster.DeleteOptions.Propagation;
import io.dabbawala.reconciler.health.Health;
import io.dabbawala.reconciler.hook.HookRun.State;
import io.dabbawala.reconciler.object.LiveObject;
import io.dabbawala.reconciler.object.Manifest;
import io.dabbawala.reconciler.plan.SyncStep;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Starts hooks, sees how they end, and clears them away. */
public final class HookExecution {

    private final Cluster cluster;
    private final HookSightings sightings;
    private final Duration limit;

    /**
     * @param limit how long a hook may run that does not say so itself
     */
    public HookExecution(Cluster cluster, HookSightings sightings, Duration limit) {
        this.cluster = cluster;
        this.sightings = sightings;
        this.limit = limit;
    }

    /**
     * Whether an earlier hook of this name is in the way. One that has ended is told to go, one
     * that runs may end first: then this says no.
     */
    public boolean clears(SyncStep.Hook hook, String operation, Instant now) {
        var found = cluster.read(hook.ref());
        if (found.isEmpty()
                || HookObject.runsFor(operation + hook.phase(), found.get())
                || !DeletePolicy.of(hook.manifest().content())
                        .contains(DeletePolicy.BEFORE_HOOK_CREATION)) {
            return false;
        }
        if (!isGoingOn(hook, found.get(), now)) {
            remove(found.get());
        }
        return cluster.read(hook.ref()).isPresent();
    }

    private boolean isGoingOn(SyncStep.Hook hook, LiveObject live, Instant now) {
        var run = run(hook, hook.manifest(), HookObject.createdAt(live).orElse(now));
        return !live.isTerminating()
                && now.isBefore(run.deadline())
                && state(run, HookObject.health(live)) instanceof State.Running;
    }

    private HookRun run(SyncStep.Hook hook, Manifest manifest, Instant startedAt) {
        return new HookRun(
                hook.phase(),
                manifest,
                startedAt.plus(HookObject.limit(manifest, limit)),
                new State.Running("it was started"));
    }

    /** A hook that runs for this operation already is known again, not started again. */
    public HookRun start(SyncStep.Hook hook, String operation, Instant now) {
        var own = operation + hook.phase();
        var known = cluster.read(hook.ref()).filter(live -> HookObject.runsFor(own, live));
        var startedAt = known.flatMap(HookObject::createdAt).orElse(now);
        var run = run(hook, HookObject.of(hook.manifest(), own), startedAt);
        if (known.isPresent()) {
            return look(run, now);
        }
        sightings.forget(hook.ref());
        return switch (cluster.apply(run.manifest(), ApplyOptions.FORCED)) {
            case ApplyOutcome.Created _, ApplyOutcome.Configured _, ApplyOutcome.Unchanged _ ->
                    look(run, now);
            case ApplyOutcome.Conflicted _ -> run.in(new State.Failed("FIELD_CONFLICT: " + run));
            case ApplyOutcome.Refused(var reason, var why) ->
                    run.in(new State.Failed("%s: %s (hook %s)".formatted(reason, why, run)));
        };
    }

    /** How it goes now. Once it has ended it is released, so that it may be cleared away. */
    public HookRun look(HookRun run, Instant now) {
        if (!run.isRunning()) {
            return run;
        }
        var next = run.in(state(run, now));
        if (!next.isRunning()) {
            cluster.read(run.ref()).ifPresent(this::release);
        }
        return next;
    }

    private State state(HookRun run, Instant now) {
        var live = cluster.read(run.ref());
        var last = live.or(() -> sightings.last(run.ref()));
        if (last.isEmpty()) {
            return new State.Failed("HOOK_VANISHED: %s was deleted while it ran".formatted(run));
        }
        var health = HookObject.health(last.get());
        var state = state(run, health);
        if (!(state instanceof State.Running)) {
            return state;
        }
        if (live.isEmpty() || live.get().isTerminating()) {
            live.ifPresent(this::remove);
            return new State.Failed("HOOK_VANISHED: %s was deleted while it ran".formatted(run));
        }
        if (now.isBefore(run.deadline())) {
            return state;
        }
        remove(live.get());
        return new State.Failed("HOOK_DEADLINE: %s still ran at %s".formatted(run, run.deadline()));
    }

    private static State state(HookRun run, Optional<Health> health) {
        if (health.isEmpty()) {
            return new State.Succeeded();
        }
        var message = health.get().message();
        return switch (health.get().status()) {
            case HEALTHY -> new State.Succeeded();
            case PROGRESSING, SUSPENDED, MISSING -> new State.Running(message);
            case DEGRADED, UNKNOWN ->
                    new State.Failed("HOOK_FAILED: %s: %s".formatted(run, message));
        };
    }

    /** The sync is over: those go whose policy says so. */
    public void clear(List<HookRun> runs, boolean isSuccess) {
        var policy = isSuccess ? DeletePolicy.HOOK_SUCCEEDED : DeletePolicy.HOOK_FAILED;
        runs.stream()
                .filter(run -> run.has(policy))
                .flatMap(run -> cluster.read(run.ref()).stream())
                .forEach(this::remove);
        runs.forEach(run -> sightings.forget(run.ref()));
    }

    /** The sync is given up: those that run are stopped. */
    public void stop(List<HookRun> runs) {
        runs.stream()
                .filter(HookRun::isRunning)
                .flatMap(run -> cluster.read(run.ref()).stream())
                .forEach(this::remove);
    }

    private void remove(LiveObject live) {
        release(live);
        if (!live.isTerminating()) {
            cluster.delete(live.ref(), DeleteOptions.of(live, Propagation.FOREGROUND));
        }
    }

    private void release(LiveObject live) {
        if (HookObject.isHeld(live)) {
            cluster.release(live, HookObject.FINALIZER);
        }
    }
}
