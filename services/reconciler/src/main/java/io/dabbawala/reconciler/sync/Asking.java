package io.dabbawala.reconciler.sync;

import io.dabbawala.reconciler.application.SyncCause;
import io.dabbawala.reconciler.object.FieldWriter;
import io.dabbawala.reconciler.plan.SyncPlan;
import io.dabbawala.reconciler.plan.SyncStep;
import java.time.Instant;
import java.util.ArrayList;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tells what differs, and asks the gate for it where that is due. */
final class Asking {

    /**
     * @param again why the same plan is asked for again; empty for the first time
     */
    static Turn turn(
            Progress progress, Situation now, SyncPlan plan, SyncCause cause, String again) {
        var isNews = !progress.drifted().startsWith(plan.digest());
        var seen =
                isNews && cause == SyncCause.LIVE_CHANGE ? progress.changed(now.now()) : progress;
        var waiting = waiting(seen, now, plan, cause);
        var name = plan.digest() + waiting.told();
        var events = new ArrayList<SyncEvent>();
        var next = seen;
        if (isNews || !waiting.told().isEmpty() && !progress.drifted().equals(name)) {
            next = next.drifted(name);
            if (plan.changes().findAny().isPresent()) {
                events.add(
                        new SyncEvent.Drifted(now.state(), plan, cause, waiting.told(), now.now()));
            }
        }
        if (!waiting.reason().isEmpty()) {
            return Turn.waiting(events, next, waiting.reason(), waiting.until());
        }
        var command = now.command();
        var step = command == null ? again : command.id() + again;
        if (!progress.requested().equals(plan.digest() + step)) {
            events.add(request(now, plan, cause, step));
            next = next.requested(plan.digest() + step, now.state().generation());
        }
        return Turn.waiting(events, next, "GATE: no verdict yet");
    }

    /**
     * What has to happen first.
     *
     * @param told as much of the reason as stays the same; empty if nobody has to be told
     */
    private record Waiting(String reason, String told, @Nullable Instant until) {

        static final Waiting NONE = new Waiting("", "", null);
    }

    private static Waiting waiting(
            Progress progress, Situation now, SyncPlan plan, SyncCause cause) {
        var missing = Entitlement.missing(cause, now.state());
        if (!missing.isEmpty()) {
            return new Waiting(missing, "", null);
        }
        if (cause == SyncCause.COMMIT && !now.dependency().isEmpty()) {
            var reason = "DEPENDS_ON: " + now.dependency();
            return new Waiting(reason, reason, null);
        }
        var healing = progress.healing();
        if (cause == SyncCause.LIVE_CHANGE && healing.next().isAfter(now.now())) {
            var fight = "FIGHT: " + writers(plan);
            return new Waiting(
                    "%s; healed at %s".formatted(fight, healing.next()), fight, healing.next());
        }
        return Waiting.NONE;
    }

    /** {@code kubectl-edit changes Deployment shop/web again and again}. */
    private static String writers(SyncPlan plan) {
        return plan.changes()
                .flatMap(
                        step ->
                                step instanceof SyncStep.Correct(_, _, _, var by) && by != null
                                        ? Stream.of(told(by, step))
                                        : Stream.empty())
                .findFirst()
                .orElse("somebody changes it again and again");
    }

    private static String told(FieldWriter writer, SyncStep step) {
        return "%s changes %s again and again".formatted(writer.manager(), step.ref());
    }

    private static SyncEvent request(Situation now, SyncPlan plan, SyncCause cause, String step) {
        var command = now.command();
        return new SyncEvent.Requested(
                now.state(),
                plan,
                cause,
                command == null ? "reconciler" : command.actor(),
                command == null ? "" : command.reason(),
                step,
                now.now());
    }

    private Asking() {}
}
