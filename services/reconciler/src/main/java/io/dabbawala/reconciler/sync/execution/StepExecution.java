package io.dabbawala.reconciler.sync.execution;

import static java.util.stream.Collectors.joining;

import io.dabbawala.reconciler.application.ApplicationSpec;
import io.dabbawala.reconciler.application.DesiredState;
import io.dabbawala.reconciler.cluster.ApplyOptions;
import io.dabbawala.reconciler.cluster.ApplyOptions.Way;
import io.dabbawala.reconciler.cluster.ApplyOutcome;
import io.dabbawala.reconciler.cluster.ApplyOutcome.FieldConflict;
import io.dabbawala.reconciler.cluster.Cluster;
import io.dabbawala.reconciler.cluster.DeleteOptions;
import io.dabbawala.reconciler.cluster.DeleteOptions.Propagation;
import io.dabbawala.reconciler.cluster.DeleteOutcome;
import io.dabbawala.reconciler.cluster.Precondition;
import io.dabbawala.reconciler.cluster.Refusal;
import io.dabbawala.reconciler.object.LiveObject;
import io.dabbawala.reconciler.object.Manifest;
import io.dabbawala.reconciler.operation.FluxMarks;
import io.dabbawala.reconciler.operation.ObjectOptions;
import io.dabbawala.reconciler.ownership.Adoption;
import io.dabbawala.reconciler.plan.Planner;
import io.dabbawala.reconciler.plan.PruneRules;
import io.dabbawala.reconciler.plan.SyncStep;
import io.dabbawala.reconciler.sync.execution.ObjectResult.Outcome;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Takes one step. */
final class StepExecution {

    private final Cluster cluster;
    private final Planner planner;
    private final DesiredState state;
    private final ApplicationSpec spec;

    StepExecution(Cluster cluster, Planner planner, DesiredState state) {
        this.cluster = cluster;
        this.planner = planner;
        this.state = state;
        this.spec = state.applicationSpec();
    }

    ObjectResult take(SyncStep step) {
        return switch (step) {
            case SyncStep.Create(var manifest) -> apply(manifest, null);
            case SyncStep.Correct(var manifest, var live, _, _) -> apply(manifest, live);
            case SyncStep.Prune(var live) -> prune(live);
            case SyncStep.Hook hook ->
                    throw new IllegalStateException(
                            "a hook is started, not applied: " + hook.ref());
            case SyncStep.Keep(var live, var reason) ->
                    new ObjectResult(live.ref(), Outcome.PRUNE_SKIPPED, reason);
        };
    }

    /**
     * @param looked what was there when it was decided; null: nothing
     */
    private ObjectResult apply(Manifest manifest, @Nullable LiveObject looked) {
        var options = ObjectOptions.of(manifest.content(), state.syncPolicy());
        var way = way(options);
        var isForced = options.isOn("Force") || isMarked(FluxMarks::isForced, manifest, looked);
        if (isForced && way == Way.REPLACE) {
            return anew(manifest, way);
        }
        var result = apply(manifest, way, looked);
        return isForced && result.message().startsWith(Refusal.INVALID.name())
                ? anew(manifest, way)
                : result;
    }

    private static Way way(ObjectOptions options) {
        if (options.isOn("Replace")) {
            return Way.REPLACE;
        }
        return options.value("Validate").filter("false"::equals).isPresent()
                ? Way.LENIENT
                : Way.SERVER_SIDE;
    }

    private ObjectResult apply(Manifest manifest, Way way, @Nullable LiveObject looked) {
        var adoption = Adoption.of(isMarked(FluxMarks::isMerged, manifest, looked));
        var precondition =
                looked == null ? new Precondition.Absent() : new Precondition.Since(looked);
        var options = ApplyOptions.POLITE.in(way).only(precondition).adopting(adoption);
        var polite = cluster.apply(manifest, options);
        return polite instanceof ApplyOutcome.Conflicted(var conflicts)
                ? result(
                        manifest,
                        cluster.apply(manifest, options.forced()),
                        conflicts.stream()
                                .map(StepExecution::taken)
                                .collect(joining(", ", "FIELD_CONFLICT: took ", "")))
                : result(manifest, polite, "");
    }

    private boolean isMarked(
            Predicate<Map<String, Object>> mark, Manifest manifest, @Nullable LiveObject looked) {
        return looked == null
                ? mark.test(manifest.content())
                : spec.isMarked(mark, manifest, looked);
    }

    /** Deleted and created. One that is not gone at once is created by the next try. */
    private ObjectResult anew(Manifest manifest, Way way) {
        cluster.read(manifest.ref())
                .ifPresent(
                        live ->
                                cluster.delete(
                                        live.ref(),
                                        DeleteOptions.of(live, Propagation.BACKGROUND)));
        return cluster.read(manifest.ref()).isPresent()
                ? new ObjectResult(
                        manifest.ref(),
                        Outcome.REJECTED,
                        "FORCE: it is deleted first, and still there")
                : apply(manifest, way, null);
    }

    private ObjectResult result(Manifest manifest, ApplyOutcome outcome, String message) {
        var ref = manifest.ref();
        return switch (outcome) {
            case ApplyOutcome.Created(var now) -> applied(manifest, now, Outcome.CREATED, message);
            case ApplyOutcome.Configured(var now) ->
                    applied(manifest, now, Outcome.CONFIGURED, message);
            case ApplyOutcome.Unchanged(var now) ->
                    applied(manifest, now, Outcome.UNCHANGED, message);
            case ApplyOutcome.Conflicted _ -> new ObjectResult(ref, Outcome.REJECTED, message);
            case ApplyOutcome.Refused(var reason, var why) ->
                    ObjectResult.refused(ref, reason, why);
        };
    }

    private ObjectResult applied(
            Manifest manifest, LiveObject now, Outcome outcome, String message) {
        planner.applied(manifest, now);
        return new ObjectResult(manifest.ref(), outcome, message);
    }

    /** Only the object that was looked at: one of the same name that came since is not ours. */
    private ObjectResult prune(LiveObject live) {
        if (live.isTerminating()) {
            return new ObjectResult(live.ref(), Outcome.PRUNED, "");
        }
        return switch (cluster.delete(
                live.ref(), DeleteOptions.of(live, PruneRules.propagation(state)))) {
            case DeleteOutcome.Deleted _, DeleteOutcome.AlreadyGone _ ->
                    new ObjectResult(live.ref(), Outcome.PRUNED, "");
            case DeleteOutcome.Refused(var reason, var why) ->
                    new ObjectResult(
                            live.ref(),
                            reason == Refusal.PRECONDITION_FAILED
                                    ? Outcome.PRUNE_SKIPPED
                                    : Outcome.REJECTED,
                            reason + ": " + why);
        };
    }

    private static String taken(FieldConflict conflict) {
        return conflict.field() + " from " + conflict.manager();
    }
}
