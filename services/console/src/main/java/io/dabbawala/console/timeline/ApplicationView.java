package io.dabbawala.console.timeline;

import static java.util.stream.Collectors.toMap;

import io.dabbawala.console.event.Budget;
import io.dabbawala.console.event.Commit;
import io.dabbawala.console.event.DeadLetterKept;
import io.dabbawala.console.event.Declaration;
import io.dabbawala.console.event.Desired;
import io.dabbawala.console.event.Drift;
import io.dabbawala.console.event.Event;
import io.dabbawala.console.event.Judgement;
import io.dabbawala.console.event.Notice;
import io.dabbawala.console.event.Order;
import io.dabbawala.console.event.Push;
import io.dabbawala.console.event.Removal;
import io.dabbawala.console.event.Rollback;
import io.dabbawala.console.event.RolloutProgress;
import io.dabbawala.console.event.SyncRequest;
import io.dabbawala.console.event.SyncResult;
import io.dabbawala.console.event.Verdict;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The last word of each kind of event about one application, or about one delivery of it. */
public record ApplicationView(
        String application,
        @Nullable Desired desired,
        @Nullable Removal removal,
        Plan plan,
        Map<String, RolloutView> rollouts,
        @Nullable Rollback rollback,
        Map<String, Quarantine> quarantines,
        @Nullable Order pause,
        List<Success> successes) {

    private static final int SUCCESSES_KEPT = 50;

    public ApplicationView {
        rollouts = Map.copyOf(rollouts);
        quarantines = Map.copyOf(quarantines);
        successes = List.copyOf(successes);
    }

    public static ApplicationView nothingKnownOf(String application) {
        return new ApplicationView(
                application, null, null, Plan.NONE, Map.of(), null, Map.of(), null, List.of());
    }

    /** The view once this is known too. Repeated or late, it makes no difference. */
    public ApplicationView after(Event event) {
        return switch (event) {
            case Desired seen -> with(Event.later(desired, seen), removal);
            case Removal seen -> with(desired, Event.later(removal, seen));
            case Drift seen -> with(plan.with(seen), successes);
            case SyncRequest seen -> with(plan.with(seen), successes);
            case Verdict seen -> with(plan.with(seen), successes);
            case SyncResult seen -> with(plan.with(seen), successesWith(seen));
            case RolloutProgress seen -> with(RolloutView.of(seen));
            case Judgement seen -> with(RolloutView.of(seen));
            case Rollback seen -> rolledBack(seen);
            case Order seen -> ordered(seen);
            case Push _, Commit _, Declaration _, Budget _, Notice _, DeadLetterKept _ -> this;
        };
    }

    /** The event as a sentence that may say what was before it. */
    public String summaryOf(Event event) {
        if (event instanceof Judgement seen) {
            return Optional.ofNullable(rollouts.get(seen.rollout()))
                    .map(RolloutView::judgement)
                    .filter(before -> before.time().isBefore(seen.time()))
                    .map(seen::summaryAfter)
                    .orElseGet(seen::summary);
        }
        return event.summary();
    }

    /** False once its declaration was removed. */
    public boolean isDeclared() {
        return desired != null && (removal == null || !removal.time().isAfter(desired.time()));
    }

    /** The rollout that was heard of last. */
    public Optional<RolloutView> rollout() {
        return rollouts.values().stream().max(Comparator.comparing(RolloutView::time));
    }

    public List<String> quarantined() {
        return quarantines.entrySet().stream()
                .filter(of -> of.getValue().holds())
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    public boolean isPaused() {
        return pause != null && pause.wanted() == Order.Wanted.PAUSE;
    }

    /** The newest revision that was synced before the one that is desired now, and is not it. */
    public Optional<Success> previousSuccess() {
        return desired == null
                ? Optional.empty()
                : successes.stream()
                        .filter(success -> success.generation() < desired.generation())
                        .filter(success -> !success.revision().equals(desired.revision()))
                        .filter(success -> !quarantined().contains(success.digest()))
                        .findFirst();
    }

    private ApplicationView rolledBack(Rollback seen) {
        var quarantine = Map.of(seen.fromDigest(), Quarantine.rolledBackAt(seen.time()));
        return new ApplicationView(
                application,
                desired,
                removal,
                plan,
                rollouts,
                Event.later(rollback, seen),
                merged(quarantines, quarantine, Quarantine::and),
                pause,
                successes);
    }

    private ApplicationView ordered(Order seen) {
        return switch (seen.wanted()) {
            case PAUSE, RESUME -> withPause(Event.later(pause, seen), quarantines);
            case LIFT_QUARANTINE -> {
                var lifted = Map.of(seen.digest(), Quarantine.liftedAt(seen.time()));
                yield withPause(pause, merged(quarantines, lifted, Quarantine::and));
            }
            case UNKNOWN,
                    APPROVE,
                    REJECT,
                    SYNC,
                    TERMINATE,
                    ROLL_BACK,
                    PROMOTE,
                    FREEZE,
                    BREAK_GLASS ->
                    this;
        };
    }

    private List<Success> successesWith(SyncResult seen) {
        if (!seen.isSucceeded()) {
            return successes;
        }
        var known =
                Stream.concat(successes.stream(), Stream.of(Success.of(seen)))
                        .collect(toMap(Success::generation, success -> success, Success::and));
        return known.values().stream().sorted(Success.NEWEST_FIRST).limit(SUCCESSES_KEPT).toList();
    }

    private ApplicationView with(RolloutView seen) {
        return new ApplicationView(
                application,
                desired,
                removal,
                plan,
                merged(rollouts, Map.of(seen.rollout(), seen), RolloutView::and),
                rollback,
                quarantines,
                pause,
                successes);
    }

    private ApplicationView with(Plan newPlan, List<Success> newSuccesses) {
        return new ApplicationView(
                application,
                desired,
                removal,
                newPlan,
                rollouts,
                rollback,
                quarantines,
                pause,
                newSuccesses);
    }

    private ApplicationView with(@Nullable Desired newDesired, @Nullable Removal newRemoval) {
        return new ApplicationView(
                application,
                newDesired,
                newRemoval,
                plan,
                rollouts,
                rollback,
                quarantines,
                pause,
                successes);
    }

    private ApplicationView withPause(@Nullable Order newPause, Map<String, Quarantine> newOnes) {
        return new ApplicationView(
                application,
                desired,
                removal,
                plan,
                rollouts,
                rollback,
                newOnes,
                newPause,
                successes);
    }

    private static <V> Map<String, V> merged(
            Map<String, V> known, Map<String, V> seen, BinaryOperator<V> both) {
        var all = new TreeMap<>(known);
        seen.forEach((key, value) -> all.merge(key, value, both));
        return all;
    }
}
