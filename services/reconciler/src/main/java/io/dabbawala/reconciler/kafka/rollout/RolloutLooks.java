package io.dabbawala.reconciler.kafka.rollout;

import io.dabbawala.events.Topics;
import io.dabbawala.platform.Envelope;
import io.dabbawala.platform.EventId;
import io.dabbawala.platform.Outbox;
import io.dabbawala.reconciler.application.DesiredState;
import io.dabbawala.reconciler.kafka.SyncListener;
import io.dabbawala.reconciler.object.LiveChange;
import io.dabbawala.reconciler.object.Manifest;
import io.dabbawala.reconciler.rollout.Canary;
import io.dabbawala.reconciler.rollout.Progress;
import io.dabbawala.reconciler.rollout.Rollouts;
import io.dabbawala.reconciler.rollout.Verdict;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Looks at a rollout whenever something about it happens, one look at a time, and tells what
 * changed. A look that fails is not lost: the next one, by event or by the clock, sees the same.
 */
public final class RolloutLooks implements SyncListener {

    private static final Logger LOG = Logger.getLogger(RolloutLooks.class);
    private static final String SERVICE = "reconciler";

    private final Rollouts rollouts;
    private final Outbox outbox;
    private final Consumer<Message<byte[]>> topic;
    private final Executor threads;
    private final Clock clock;
    private final Map<String, Envelope> synced = new ConcurrentHashMap<>();
    private final Map<String, Progress> told = new ConcurrentHashMap<>();
    private final Map<String, Object> locks = new ConcurrentHashMap<>();
    private final Set<String> due = ConcurrentHashMap.newKeySet();

    /**
     * @param topic sends to {@code rollout-progress} and returns when it is safe there
     * @param threads where looks are taken that nobody waits for
     */
    public RolloutLooks(
            Rollouts rollouts,
            Outbox outbox,
            Consumer<Message<byte[]>> topic,
            Executor threads,
            Clock clock) {
        this.rollouts = rollouts;
        this.outbox = outbox;
        this.topic = topic;
        this.threads = threads;
        this.clock = clock;
    }

    @Override
    public void synced(DesiredState state, List<Manifest> declared, Envelope cause) {
        synced.put(state.application(), cause);
        rollouts.synced(state, declared).forEach(this::due);
    }

    /** Something happened to an object. */
    public void seen(LiveChange change) {
        rollouts.of(change.ref()).forEach(this::due);
    }

    void declared(Canary canary) {
        var rolloutsToLookAt = rollouts.declared(canary);
        if (rollouts.isComplete()) {
            rolloutsToLookAt.forEach(this::due);
        }
    }

    void withdrawn(String canary) {
        rollouts.withdrawn(canary).forEach(this::due);
    }

    /** From now on an unknown rollout is one that is not declared. */
    void complete() {
        rollouts.complete();
        all();
    }

    /** Time has passed: a deadline may have, too. */
    void all() {
        rollouts.all().forEach(this::due);
    }

    void judged(String rollout, Verdict verdict, Envelope cause) {
        refuseBeforeAllIsRead();
        look(rollout, () -> rollouts.judged(rollout, verdict), cause);
    }

    void rolledBack(String rollout, String template, Envelope cause) {
        refuseBeforeAllIsRead();
        look(rollout, () -> rollouts.rolledBack(rollout, template), cause);
    }

    private void refuseBeforeAllIsRead() {
        if (!rollouts.isComplete()) {
            throw new IllegalStateException("the declarations are not read to their end yet");
        }
    }

    /** However often it is asked for, at most one look waits for its turn. */
    private void due(String rollout) {
        if (due.add(rollout)) {
            threads.execute(() -> lookNow(rollout));
        }
    }

    private void lookNow(String rollout) {
        try {
            look(
                    rollout,
                    () -> {
                        due.remove(rollout);
                        return rollouts.look(rollout);
                    },
                    null);
        } catch (RuntimeException e) { // the clock asks again
            LOG.warnf("look failed: rollout=%s reason=%s", rollout, e);
        }
    }

    private void look(String rollout, Supplier<Optional<Progress>> look, @Nullable Envelope cause) {
        synchronized (locks.computeIfAbsent(rollout, _ -> new Object())) {
            look.get().ifPresent(progress -> tell(progress, cause));
        }
    }

    private void tell(Progress progress, @Nullable Envelope cause) {
        var last = told.get(progress.rollout());
        if (last != null && progress.tellsTheSameAs(last)) {
            return;
        }
        var now = clock.instant();
        topic.accept(
                outbox.message(
                        Topics.ROLLOUT_PROGRESS,
                        progress.rollout(),
                        RolloutMessages.write(progress, now),
                        origin(progress, cause)
                                .causes(
                                        SERVICE,
                                        "RolloutProgressed",
                                        progress.rollout(),
                                        progress.step(),
                                        now)));
        told.put(progress.rollout(), progress);
        LOG.infof(
                "rollout: rollout=%s phase=%s weight=%d delivery=%s reason=%s",
                progress.rollout(),
                progress.phase(),
                progress.canaryWeight(),
                progress.subject().delivery(),
                progress.message());
    }

    /** Of what is known, the event of this delivery that is nearest. */
    private Envelope origin(Progress progress, @Nullable Envelope cause) {
        var delivery = progress.subject().delivery();
        if (cause != null && cause.delivery().equals(delivery)) {
            return cause;
        }
        var desired = synced.get(progress.application());
        return desired != null && desired.delivery().equals(delivery)
                ? desired
                : Envelope.root(
                                SERVICE,
                                "DesiredState",
                                progress.application(),
                                EventId.timeOf(delivery),
                                delivery)
                        .within(delivery);
    }
}
