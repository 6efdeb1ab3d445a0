package io.dabbawala.reconciler.sync.execution;

import io.dabbawala.reconciler.cluster.Cluster;
import io.dabbawala.reconciler.hook.HookExecution;
import io.dabbawala.reconciler.hook.HookRun;
import io.dabbawala.reconciler.object.LiveObject;
import io.dabbawala.reconciler.object.Tree;
import io.dabbawala.reconciler.order.FluxOrder;
import io.dabbawala.reconciler.plan.Planner;
import io.dabbawala.reconciler.plan.SyncStep;
import io.dabbawala.reconciler.plan.SyncWave;
import io.dabbawala.reconciler.sync.Situation;
import io.dabbawala.reconciler.sync.execution.ObjectResult.Outcome;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Carries out what was admitted, wave by wave: before each everything earlier is healthy and no
 * hook runs. Once something failed only the hooks for that come, and the end.
 */
public final class SyncExecution {

    private final Cluster cluster;
    private final Planner planner;
    private final HookExecution hooks;
    private final Preflight preflight;
    private final PlanHealth health;
    private final HealthChecks checks;

    public SyncExecution(
            Cluster cluster,
            Planner planner,
            HookExecution hooks,
            PlanHealth health,
            HealthChecks checks) {
        this.cluster = cluster;
        this.planner = planner;
        this.hooks = hooks;
        this.preflight = new Preflight(cluster, planner);
        this.health = health;
        this.checks = checks;
    }

    /** How far a run got. */
    public sealed interface Reached {

        SyncRun run();

        record End(SyncRun run) implements Reached {}

        record Failure(SyncRun run) implements Reached {}

        /**
         * Something else has to happen first.
         *
         * @param wakeAt when to look even if nothing happens; null: there is no need to
         */
        record Pause(SyncRun run, String reason, @Nullable Instant wakeAt) implements Reached {}
    }

    public Reached advance(SyncRun run, Situation now) {
        var here = seen(run, now.now());
        while (true) {
            var running = here.hooks().stream().filter(HookRun::isRunning).toList();
            if (!running.isEmpty()) {
                return waitingFor(running, here);
            }
            var going = going(here);
            if (going.isPresent()) {
                return new Reached.Pause(here, going.get(), null);
            }
            var failure = here.failure().isEmpty() ? failureOf(here) : Optional.<String>empty();
            if (failure.isPresent()) {
                here = here.failed(failure.get(), List.of());
            } else {
                switch (here.isDone() ? checked(here, now.now()) : next(here, now)) {
                    case Next.Wait(var reason) -> {
                        return new Reached.Pause(here, reason, null);
                    }
                    case Next.End _ -> {
                        return ended(here);
                    }
                    case Next.Go(var after) -> here = after;
                }
            }
        }
    }

    /** What is waited for as long as a hook of the run goes on; empty if none does. */
    public Optional<Reached.Pause> running(SyncRun run, Instant now) {
        var here = seen(run, now);
        var running = here.hooks().stream().filter(HookRun::isRunning).toList();
        return running.isEmpty() ? Optional.empty() : Optional.of(waitingFor(running, here));
    }

    /** What comes of the next wave. */
    private sealed interface Next {

        record Go(SyncRun run) implements Next {}

        record Wait(String reason) implements Next {}

        record End() implements Next {}
    }

    private SyncRun seen(SyncRun run, Instant now) {
        return run.with(run.hooks().stream().map(hook -> hooks.look(hook, now)).toList());
    }

    /** Everything is done, unless something is to be healthy first. */
    private Next checked(SyncRun here, Instant now) {
        if (!here.failure().isEmpty()) {
            return new Next.End();
        }
        return switch (checks.of(here.state(), here.plan(), now)) {
            case HealthChecks.Answer.Passed _ -> new Next.End();
            case HealthChecks.Answer.Waiting(var reason) -> new Next.Wait(reason);
            case HealthChecks.Answer.Failed(var reason) ->
                    new Next.Go(here.failed(reason, List.of()));
        };
    }

    private Next next(SyncRun here, Situation now) {
        var wave = here.wave();
        if (!here.hasBegun()) {
            var unconfirmed = Confirmation.missing(here.state(), here.plan());
            if (unconfirmed.isPresent()) {
                return new Next.Wait(unconfirmed.get());
            }
            var refused = preflight.refusals(here.plan(), here.state().syncPolicy());
            if (!refused.isEmpty()) {
                return new Next.Go(
                        here.failed("DRY_RUN: " + refused.getFirst().message(), refused));
            }
        }
        if (here.failure().isEmpty() && waitsForHealth(here, wave)) {
            var before = health.before(here.plan(), wave);
            switch (before.status()) {
                case HEALTHY -> {}
                case DEGRADED -> {
                    return new Next.Go(
                            here.failed("WAVE_DEGRADED: " + before.message(), List.of()));
                }
                case SUSPENDED, PROGRESSING, MISSING, UNKNOWN -> {
                    return new Next.Wait("WAVE %s: %s".formatted(wave, before.message()));
                }
            }
        }
        var inTheWay =
                hooks(wave)
                        .filter(hook -> hooks.clears(hook, here.attempt().operation(), now.now()))
                        .findFirst();
        return inTheWay.isPresent()
                ? new Next.Wait(
                        "HOOK: the %s before is still there".formatted(inTheWay.get().ref()))
                : new Next.Go(taken(here, wave, now));
    }

    /** Flux prunes as soon as everything was applied. */
    private static boolean waitsForHealth(SyncRun here, SyncWave wave) {
        return wave.number() != FluxOrder.PRUNES || !here.state().isKustomization();
    }

    /** What was pruned and is not gone yet. */
    private Optional<String> going(SyncRun run) {
        return run.results().stream()
                .filter(result -> result.outcome() == Outcome.PRUNED)
                .flatMap(result -> cluster.read(result.ref()).stream())
                .filter(LiveObject::isTerminating)
                .map(
                        live ->
                                "PRUNE: %s is still being deleted, kept by %s"
                                        .formatted(
                                                live.ref(),
                                                Tree.list(
                                                        live.content(), "metadata", "finalizers")))
                .findFirst();
    }

    private SyncRun taken(SyncRun here, SyncWave wave, Situation now) {
        var step = new StepExecution(cluster, planner, here.state());
        var waves =
                new WaveExecution(
                        one -> {
                            now.insistThatItIsOurs();
                            return step.take(one);
                        });
        var objects = wave.steps().stream().filter(one -> !(one instanceof SyncStep.Hook)).toList();
        var results = waves.take(new SyncWave(wave.phase(), wave.number(), objects));
        now.insistThatItIsOurs();
        var started =
                hooks(wave)
                        .map(hook -> hooks.start(hook, here.attempt().operation(), now.now()))
                        .toList();
        return here.with(results, started);
    }

    private static Stream<SyncStep.Hook> hooks(SyncWave wave) {
        return wave.steps().stream()
                .filter(SyncStep.Hook.class::isInstance)
                .map(SyncStep.Hook.class::cast);
    }

    private Reached ended(SyncRun here) {
        var isSuccess = here.failure().isEmpty();
        hooks.clear(here.hooks(), isSuccess);
        return isSuccess ? new Reached.End(here) : new Reached.Failure(here);
    }

    /** Nothing of it goes on. */
    public void stop(SyncRun run) {
        hooks.stop(run.hooks());
    }

    private static Reached.Pause waitingFor(List<HookRun> running, SyncRun here) {
        var first = running.stream().min(Comparator.comparing(HookRun::deadline)).orElseThrow();
        var message = first.state() instanceof HookRun.State.Running(var text) ? text : "";
        return new Reached.Pause(here, "HOOK: %s: %s".formatted(first, message), first.deadline());
    }

    private static Optional<String> failureOf(SyncRun run) {
        var objects =
                run.results().stream()
                        .filter(ObjectResult::isFailure)
                        .map(result -> result.message() + " (" + result.ref() + ")");
        var hooks =
                run.hooks().stream()
                        .flatMap(
                                hook ->
                                        hook.state() instanceof HookRun.State.Failed(var reason)
                                                ? Stream.of(reason)
                                                : Stream.empty());
        return Stream.concat(objects, hooks).findFirst();
    }
}
