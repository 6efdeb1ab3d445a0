package io.dabbawala.reconciler.sync;

import io.dabbawala.reconciler.plan.FieldWriter;
import io.dabbawala.reconciler.plan.SyncCause;
import io.dabbawala.reconciler.plan.SyncPlan;
import io.dabbawala.reconciler.plan.SyncStep;
import java.util.ArrayList;
import java.util.stream.Stream;

/** Tells what differs, and asks the gate for it where that is due. */
final class Asking {

    /**
     * @param again why the same plan is asked for again; empty for the first time
     */
    static Turn turn(
            Progress progress, Situation now, SyncPlan plan, SyncCause cause, String again) {
        var events = new ArrayList<SyncEvent>();
        var next = progress;
        if (!progress.drifted().equals(plan.digest())) {
            next = next.drifted(plan);
            if (plan.changes().findAny().isPresent()) {
                events.add(new SyncEvent.Drifted(now.state(), plan, cause, now.now()));
            }
            if (cause == SyncCause.LIVE_CHANGE) {
                next = next.changed(now.now());
            }
        }
        var reason = Entitlement.missing(cause, now.state().syncPolicy());
        if (!reason.isEmpty()) {
            return Turn.waiting(events, next, reason);
        }
        var healing = next.healing();
        if (cause == SyncCause.LIVE_CHANGE && healing.next().isAfter(now.now())) {
            return Turn.waiting(
                    events,
                    next,
                    "FIGHT: %s; healed at %s".formatted(writers(plan), healing.next()),
                    healing.next());
        }
        var command = now.command();
        var step = command == null ? again : command.id() + again;
        if (!progress.requested().equals(plan.digest() + step)) {
            events.add(request(now, plan, cause, step));
            next = next.requested(plan.digest() + step, now.state().generation());
        }
        return Turn.waiting(events, next, "GATE: no verdict yet");
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
