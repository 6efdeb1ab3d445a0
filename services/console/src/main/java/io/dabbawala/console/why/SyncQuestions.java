package io.dabbawala.console.why;

import io.dabbawala.console.event.Desired;
import io.dabbawala.console.event.Drift;
import io.dabbawala.console.event.Event;
import io.dabbawala.console.event.Health;
import io.dabbawala.console.event.ObjectChange;
import io.dabbawala.console.event.Problem;
import io.dabbawala.console.event.Sentence;
import io.dabbawala.console.event.SyncResult;
import io.dabbawala.console.timeline.ApplicationView;
import io.dabbawala.console.timeline.Plan;
import io.dabbawala.console.timeline.Status;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What became of the desired state. */
final class SyncQuestions {

    static Optional<Explanation> isUnrenderable(ApplicationView view) {
        return Optional.ofNullable(view.desired())
                .filter(desired -> desired.problem() != null)
                .map(desired -> unrenderable(desired, desired.problem()));
    }

    static Optional<Explanation> isFailed(ApplicationView view) {
        return step(view)
                .flatMap(
                        step ->
                                step instanceof Plan.Step.Done(var result)
                                        ? Optional.of(result)
                                        : Optional.empty())
                .filter(result -> result.outcome() == SyncResult.Outcome.FAILED)
                .map(
                        result ->
                                new Explanation(
                                        "SyncFailed",
                                        result.summary(),
                                        failures(result),
                                        "the reconciler tries again; after fixing the cause:"
                                                + " dabba app sync "
                                                + view.application()));
    }

    static Optional<Explanation> isDrifted(ApplicationView view) {
        return step(view)
                .flatMap(
                        step ->
                                step instanceof Plan.Step.Found(var drift)
                                        ? Optional.of(drift)
                                        : Optional.empty())
                .map(
                        drift ->
                                new Explanation(
                                        "OutOfSync",
                                        drift.summary(),
                                        reasons(drift),
                                        afterDrift(drift, view)));
    }

    static Optional<Explanation> isUnhealthy(ApplicationView view) {
        return Optional.ofNullable(view.plan().health())
                .filter(seen -> seen.health() != Health.HEALTHY)
                .map(
                        seen ->
                                new Explanation(
                                        seen.health().word(),
                                        Sentence.because(
                                                "%s is %s"
                                                        .formatted(
                                                                view.application(),
                                                                seen.health().word()),
                                                seen.healthMessage()),
                                        unhealthy(view, seen),
                                        "the reconciler reports when it changes"));
    }

    /** Neither well nor ill: declared, asked for, admitted or given up as out of date. */
    static Optional<Explanation> isUnderWay(ApplicationView view) {
        var sync = Status.of(view).sync();
        return sync == Status.Sync.SYNCED
                ? Optional.empty()
                : Optional.of(
                        new Explanation(
                                sync.word(),
                                view.desired() == null
                                        ? "nothing is declared for " + view.application()
                                        : view.desired().summary(),
                                List.of(),
                                step(view)
                                        .map(SyncQuestions::next)
                                        .orElse("waiting for a commit")));
    }

    /** What the newest state asks for in vain, whatever else becomes of it. */
    static List<Why> notes(ApplicationView view) {
        var drift = view.plan().drift();
        var seen = view.plan().health();
        if (seen != null && (drift == null || Event.later((Event) drift, seen) == seen)) {
            return notes(view, seen.notes(), seen);
        }
        return drift == null ? List.of() : notes(view, drift.notes(), drift);
    }

    private static List<Why> notes(ApplicationView view, List<String> notes, Event from) {
        var desired = view.desired();
        return desired == null || desired.generation() != from.generation()
                ? List.of()
                : notes.stream().map(note -> Why.written(note, "NOTE", from)).toList();
    }

    private static Explanation unrenderable(Desired desired, Problem problem) {
        var why = Why.written(problem.reason(), "RENDER_FAILED", desired);
        return new Explanation(
                "Unrenderable",
                desired.summary(),
                List.of(why),
                "fix %s and push; the cluster keeps what it has"
                        .formatted(problem.file().isEmpty() ? "the source" : problem.file()));
    }

    private static List<Why> failures(SyncResult result) {
        return result.failed().isEmpty()
                ? List.of(Why.written(result.reason(), "SYNC_FAILED", result))
                : result.failed().stream()
                        .map(
                                failed -> {
                                    var why =
                                            Why.written(
                                                    failed.message(),
                                                    failed.outcome().name(),
                                                    result);
                                    return Why.of(
                                            why.code(), why.message(), failed.object(), result);
                                })
                        .toList();
    }

    private static List<Why> unhealthy(ApplicationView view, SyncResult seen) {
        var result = view.plan().result();
        var objects =
                result == null || seen.isHealthUpdate()
                        ? List.<Why>of()
                        : result.objects().stream()
                                .filter(object -> object.health() != Health.HEALTHY)
                                .filter(object -> object.health() != Health.UNKNOWN)
                                .map(
                                        object ->
                                                Why.of(
                                                        object.health().name(),
                                                        object.message(),
                                                        object.object(),
                                                        seen))
                                .toList();
        return objects.isEmpty()
                ? List.of(Why.of(seen.health().name(), seen.healthMessage(), seen))
                : objects;
    }

    private static List<Why> reasons(Drift drift) {
        var waiting =
                drift.waiting().isEmpty()
                        ? Stream.<Why>empty()
                        : Stream.of(Why.written(drift.waiting(), "WAITING", drift));
        return Stream.concat(waiting, drift.changes().stream().map(change -> reason(change, drift)))
                .toList();
    }

    private static Why reason(ObjectChange change, Drift drift) {
        var field = change.fields().isEmpty() ? "" : change.fields().getFirst().path();
        return new Why(
                "DRIFT_FOUND",
                change.sentence(),
                change.object().path(),
                field,
                "",
                drift.time(),
                drift.header().id());
    }

    private static String afterDrift(Drift drift, ApplicationView view) {
        if (!drift.waiting().isEmpty()) {
            return "the reconciler goes on by itself; without waiting: dabba app sync "
                    + view.application();
        }
        var desired = view.desired();
        return desired != null && desired.selfHeal()
                ? "the reconciler heals it once the gate admits the plan"
                : "nobody heals it by itself (selfHeal is off): dabba app sync "
                        + view.application();
    }

    private static String next(Plan.Step step) {
        return switch (step) {
            case Plan.Step.Nowhere _ -> "the reconciler compares it with the cluster";
            case Plan.Step.Found _ -> "the reconciler asks the gate";
            case Plan.Step.Asked _ -> "the gate answers";
            case Plan.Step.Judged _ -> "the reconciler carries out the plan";
            case Plan.Step.Done _ -> "the reconciler makes a new plan";
        };
    }

    private static Optional<Plan.Step> step(ApplicationView view) {
        return Optional.ofNullable(view.desired())
                .map(desired -> view.plan().step(desired.generation()));
    }

    private SyncQuestions() {}
}
