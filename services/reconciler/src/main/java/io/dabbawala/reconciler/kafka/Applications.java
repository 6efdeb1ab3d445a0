package io.dabbawala.reconciler.kafka;

import io.dabbawala.platform.Envelope;
import io.dabbawala.reconciler.application.DesiredState;
import io.dabbawala.reconciler.kafka.memory.Recollection;
import io.dabbawala.reconciler.kafka.memory.Remembered;
import io.dabbawala.reconciler.object.LiveChange;
import io.dabbawala.reconciler.sync.Dependencies;
import io.dabbawala.reconciler.sync.Elsewhere;
import io.dabbawala.reconciler.sync.Progress;
import io.dabbawala.reconciler.sync.Reconciler;
import io.dabbawala.reconciler.sync.Situation;
import io.dabbawala.reconciler.sync.SyncCommand;
import io.dabbawala.reconciler.sync.SyncEvent;
import io.dabbawala.reconciler.sync.SyncResult;
import io.dabbawala.reconciler.sync.Turn;
import io.dabbawala.reconciler.sync.verdict.Verdict;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
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
    private final Claims claims;
    private final Voice voice;
    private final Ownership ownership;
    private final Clock clock;
    private final Semaphore places;
    private final Map<String, Application> known = new ConcurrentHashMap<>();
    private final Map<String, Lane> lanes = new ConcurrentHashMap<>();
    private final Dependencies dependencies = new Dependencies();
    private final Recollection recollection = new Recollection();
    private final Elsewhere elsewhere = new Elsewhere();
    private final CompletableFuture<Void> loaded = new CompletableFuture<>();

    /**
     * @param atOnce how many applications may be in a turn at the same time
     */
    public Applications(
            Reconciler reconciler,
            Claims claims,
            Voice voice,
            Ownership ownership,
            Clock clock,
            int atOnce) {
        this.reconciler = reconciler;
        this.claims = claims;
        this.voice = voice;
        this.ownership = ownership;
        this.clock = clock;
        this.places = new Semaphore(atOnce);
    }

    /**
     * Where to read what was going on before an application was ours. Nothing is ours before that
     * is said; returns whether this was the first time.
     */
    boolean remember(Supplier<Remembered> read) {
        return recollection.begin(read);
    }

    void desire(DesiredState state, Envelope envelope) {
        elsewhere.forget(state.application());
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
        elsewhere.forget(application);
    }

    /** Somebody else's: others may wait for it. */
    void desiredElsewhere(DesiredState state) {
        forget(state.application());
        elsewhere.declare(state);
        askThoseWaitingFor(state.application());
    }

    /** What somebody else said of an application of theirs. */
    void finishedElsewhere(String application, SyncResult result) {
        elsewhere.finished(application, result);
        askThoseWaitingFor(application);
    }

    private void askThoseWaitingFor(String application) {
        if (isLoaded()) {
            dependencies.waitingFor(application).forEach(this::ask);
        }
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
        ours(verdict.application(), one -> one.judge(verdict, envelope));
        ask(verdict.application()).join();
    }

    /** Those of other instances hear it themselves. */
    void command(String application, SyncCommand command, Envelope envelope) {
        ours(
                application,
                one -> {
                    one.command(command, envelope);
                    ask(application);
                });
    }

    private void ours(String name, Consumer<Application> deed) {
        ownership.during(
                name,
                since -> {
                    if (since > 0) {
                        deed.accept(application(name, since));
                    }
                });
    }

    /** Somebody changed something. */
    void changed(LiveChange change) {
        if (isLoaded()) {
            claims.applicationOf(change.object())
                    .filter(name -> isNews(change, name))
                    .ifPresent(this::ask);
        }
    }

    private boolean isNews(LiveChange change, String name) {
        var application = known.get(name);
        return application != null && (!application.isSettled() || reconciler.isNews(change, name));
    }

    /** Some applications may be ours now. */
    void taken() {
        if (isLoaded()) {
            resync();
        }
    }

    /** Something may have been missed of those that are ours. */
    void renew() {
        ownership.renewed();
        taken();
    }

    /** A turn for each, in case something was missed. */
    void resync() {
        resync(0, 1);
    }

    /**
     * The same for one of as many parts of them.
     *
     * @param part begins at 0
     */
    void resync(int part, int parts) {
        known.keySet().stream()
                .filter(name -> Math.floorMod(name.hashCode(), parts) == part)
                .forEach(this::ask);
    }

    /** What is waited for, by application. */
    Map<String, String> waiting() {
        return known.entrySet().stream()
                .filter(entry -> !entry.getValue().waiting().isEmpty())
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().waiting()));
    }

    private Application application(String name) {
        return known.computeIfAbsent(name, _ -> new Application(Progress.after(null)));
    }

    private CompletableFuture<Void> ask(String name) {
        return lanes.computeIfAbsent(name, _ -> new Lane(name, () -> turn(name), places)).ask();
    }

    private void turn(String name) {
        ownership.during(name, since -> turn(name, since));
    }

    /** One that is not ours is only looked at: others may depend on it. */
    private void turn(String name, long since) {
        var application = application(name, since);
        application
                .situation(missingFor(name), () -> ownership.isStill(name, since), clock.instant())
                .ifPresent(now -> turn(name, application, now, since));
    }

    private Application application(String name, long since) {
        var application = application(name);
        if (application.isAnother(since)) {
            var before = recollection.since(since);
            application.belongs(since, before.progress(name), before.commands().get(name));
        }
        return application;
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
        return elsewhere.whyNotReady(name).orElseGet(() -> whyNotReadyHere(name));
    }

    private String whyNotReadyHere(String name) {
        var application = known.get(name);
        return application == null ? "is not known here" : application.whyNotReady();
    }

    private void turn(String name, Application application, Situation now, long since) {
        var turn = reconciler.turn(application.progress(), now);
        if (since > 0) {
            if (!ownership.isStill(name, since)) {
                LOG.warnf("not told, it may be somebody else's by now: application=%s", name);
                return;
            }
            voice.say(
                    turn.events().stream()
                            .map(event -> saying(event, application, now.command()))
                            .toList());
        }
        log(name, application, turn);
        var before = application.whyNotReady();
        application.keep(turn, turn.isCommandDone() ? now.command() : null, since);
        if (!before.equals(application.whyNotReady())) {
            dependencies.waitingFor(name).forEach(this::ask);
        }
        if (application.isNewlySynced(now.state(), turn) && !now.state().isWithdrawn()) {
            claims.claim(now.state(), application.stateCause());
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
