package io.dabbawala.reconciler.kafka;

import io.dabbawala.platform.Envelope;
import io.dabbawala.reconciler.plan.DeclaredObjects;
import io.dabbawala.reconciler.plan.DesiredState;
import io.dabbawala.reconciler.plan.KindScopes;
import io.dabbawala.reconciler.plan.LiveChange;
import io.dabbawala.reconciler.plan.LiveObject;
import io.dabbawala.reconciler.plan.Manifest;
import io.dabbawala.reconciler.plan.ObjectRef;
import io.dabbawala.reconciler.plan.Tracking;
import io.dabbawala.reconciler.sync.Dependencies;
import io.dabbawala.reconciler.sync.Progress;
import io.dabbawala.reconciler.sync.Reconciler;
import io.dabbawala.reconciler.sync.Situation;
import io.dabbawala.reconciler.sync.SyncCommand;
import io.dabbawala.reconciler.sync.SyncEvent;
import io.dabbawala.reconciler.sync.Turn;
import io.dabbawala.reconciler.sync.Verdict;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Gives every application its turns: when something is desired, judged or commanded, when one of
 * its objects changes, when a pause is over. What a turn says is safe on Kafka before the next.
 */
public final class Applications {

    private static final Logger LOG = Logger.getLogger(Applications.class);

    private final Reconciler reconciler;
    private final KindScopes scopes;
    private final Voice voice;
    private final SyncListener listener;
    private final Clock clock;
    private final Semaphore places;
    private final Map<String, Application> known = new ConcurrentHashMap<>();
    private final Map<String, Lane> lanes = new ConcurrentHashMap<>();
    private final Map<ObjectRef, String> declaredBy = new ConcurrentHashMap<>();
    private final Dependencies dependencies = new Dependencies();
    private final CompletableFuture<Remembered> remembered = new CompletableFuture<>();
    private final CompletableFuture<Void> loaded = new CompletableFuture<>();

    /**
     * @param atOnce how many applications may be in a turn at the same time
     */
    public Applications(
            Reconciler reconciler,
            KindScopes scopes,
            Voice voice,
            SyncListener listener,
            Clock clock,
            int atOnce) {
        this.reconciler = reconciler;
        this.scopes = scopes;
        this.voice = voice;
        this.listener = listener;
        this.clock = clock;
        this.places = new Semaphore(atOnce);
    }

    /** How far each application was, and what it was told to do and did not answer. */
    private record Remembered(
            Map<String, Progress> progress, Map<String, Heard<SyncCommand>> commands) {

        Application application(String name) {
            var application = new Application(progress.getOrDefault(name, Progress.after(null)));
            var command = commands.get(name);
            if (command != null) {
                application.command(command.value(), command.envelope());
            }
            return application;
        }
    }

    /**
     * What was going on when this process ended the last time. Said once, first.
     *
     * @param commands that nobody has answered
     */
    void remember(Map<String, Progress> progress, Map<String, Heard<SyncCommand>> commands) {
        remembered.complete(new Remembered(Map.copyOf(progress), Map.copyOf(commands)));
    }

    void desire(DesiredState state, Envelope envelope) {
        if (application(state.application()).desire(state, envelope)) {
            dependencies.declare(state);
            if (isLoaded()) {
                ask(state.application());
            }
        }
    }

    void forget(String application) {
        application(application).forget();
        dependencies.forget(application);
    }

    /** Every application's newest state is known: from here on they have turns. */
    void begin() {
        loaded.complete(null);
        resync();
    }

    boolean isLoaded() {
        return loaded.isDone();
    }

    /** Returns when the turn that knew of it is over. */
    void judge(Verdict verdict, Envelope envelope) {
        loaded.join();
        application(verdict.application()).judge(verdict, envelope);
        ask(verdict.application()).join();
    }

    /** Returns when the turn that knew of it is over. */
    void command(String application, SyncCommand command, Envelope envelope) {
        loaded.join();
        application(application).command(command, envelope);
        ask(application).join();
    }

    /** Somebody changed something. */
    void changed(LiveChange change) {
        var object =
                switch (change) {
                    case LiveChange.Seen(var now) -> now;
                    case LiveChange.Gone(var last) -> last;
                };
        if (isLoaded()) {
            owner(object).ifPresent(this::ask);
        }
    }

    private Optional<String> owner(LiveObject object) {
        return Optional.ofNullable(declaredBy.get(object.ref()))
                .or(() -> Tracking.applicationOf(object).filter(known::containsKey));
    }

    /** A turn for each, in case something was missed. */
    void resync() {
        known.keySet().forEach(this::ask);
    }

    /** What is waited for, by application. */
    Map<String, String> waiting() {
        return known.entrySet().stream()
                .filter(entry -> !entry.getValue().waiting().isEmpty())
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().waiting()));
    }

    private Application application(String name) {
        return known.computeIfAbsent(name, _ -> remembered.join().application(name));
    }

    private CompletableFuture<Void> ask(String name) {
        return lanes.computeIfAbsent(name, _ -> new Lane(name, () -> turn(name), places)).ask();
    }

    private void turn(String name) {
        var application = application(name);
        application
                .situation(missingFor(name), clock.instant())
                .ifPresent(now -> turn(name, application, now));
    }

    /** What is missing of an application that this one depends on; empty if nothing is. */
    private String missingFor(String name) {
        return dependencies.of(name).stream()
                .map(needed -> Map.entry(needed, whyNotReady(needed)))
                .filter(entry -> !entry.getValue().isEmpty())
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .findFirst()
                .orElse("");
    }

    private String whyNotReady(String name) {
        var application = known.get(name);
        return application == null ? "is not known here" : application.whyNotReady();
    }

    private void turn(String name, Application application, Situation now) {
        var turn = reconciler.turn(application.progress(), now);
        voice.say(
                turn.events().stream()
                        .map(event -> saying(event, application, now.command()))
                        .toList());
        log(name, application, turn);
        var before = application.whyNotReady();
        application.keep(
                turn.progress(), turn.waiting(), turn.isCommandDone() ? now.command() : null);
        if (!before.equals(application.whyNotReady())) {
            dependencies.waitingFor(name).forEach(this::ask);
        }
        if (application.isNewlySynced(now.state(), turn) && !now.state().isWithdrawn()) {
            claim(now.state(), application);
        }
        var wakeAt = turn.wakeAt();
        if (wakeAt != null) {
            wake(name, wakeAt);
        }
    }

    private static Voice.Saying saying(
            SyncEvent event, Application application, @Nullable SyncCommand command) {
        return new Voice.Saying(event, Envelopes.of(event, application, command));
    }

    /** Its objects are its own, and once they are as declared others may build on them. */
    private void claim(DesiredState state, Application application) {
        var declared = DeclaredObjects.of(state, scopes);
        declared.stream()
                .map(Manifest::ref)
                .forEach(ref -> declaredBy.put(ref, state.application()));
        listener.synced(state, declared, application.stateCause());
    }

    private void wake(String name, Instant at) {
        var pause = Duration.between(clock.instant(), at).plusMillis(1).toMillis();
        CompletableFuture.delayedExecutor(Math.max(1, pause), TimeUnit.MILLISECONDS)
                .execute(() -> ask(name));
    }

    private static void log(String name, Application application, Turn turn) {
        if (!turn.waiting().isEmpty() && !turn.waiting().equals(application.waiting())) {
            LOG.infof("waiting: application=%s reason=%s", name, turn.waiting());
        }
    }
}
