package io.dabbawala.gitwatcher.kafka;

import io.dabbawala.gitwatcher.declare.Look;
import io.dabbawala.gitwatcher.declare.Pushes;
import io.dabbawala.gitwatcher.declare.application.Declaration;
import io.dabbawala.gitwatcher.declare.application.Rollback;
import io.dabbawala.gitwatcher.declare.ledger.Announcement;
import io.dabbawala.gitwatcher.declare.ledger.Ledger;
import io.dabbawala.gitwatcher.declare.repository.Source;
import io.dabbawala.gitwatcher.declare.rollback.Revert;
import io.dabbawala.gitwatcher.declare.rollback.Rollbacks;
import io.dabbawala.gitwatcher.generate.forge.Forges;
import io.dabbawala.gitwatcher.watch.CommitSeen;
import io.dabbawala.gitwatcher.watch.Refs;
import io.dabbawala.gitwatcher.watch.Told;
import io.dabbawala.platform.Envelope;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Decides and says, one thing at a time, knowing all that was said before. */
public final class Announcer {

    private static final Logger LOG = Logger.getLogger(Announcer.class);

    /** Less than a group waits for a member, and than it waits after its last heartbeat. */
    private static final Duration LONG = Duration.ofSeconds(5);

    private final Pushes pushes;
    private final Rollbacks rollbacks;
    private final Voice voice;
    private final Memory memory;
    private final InstantSource clock;
    private final Ownership ownership;
    private final Map<String, Long> mirrored = new HashMap<>();
    private final Map<String, Told> lastTold = new HashMap<>();
    private long moves;
    private Optional<Ledger> ledger = Optional.empty();

    public Announcer(
            Pushes pushes,
            Rollbacks rollbacks,
            Voice voice,
            Memory memory,
            Ownership ownership,
            InstantSource clock) {
        this.pushes = pushes;
        this.rollbacks = rollbacks;
        this.voice = voice;
        this.memory = memory;
        this.ownership = ownership;
        this.clock = clock;
    }

    /** Says everything that follows from the refs being there now, then records them. */
    synchronized void announce(Source source, Refs refs) {
        listen();
        var told = told(source.name());
        var look = pushes.look(source, refs, told, ledger(), clock.instant());
        warn(source, look);
        if (!ownership.owns(source.name())) {
            throw new IllegalStateException(
                    "repository %s may be somebody else's by now".formatted(source.name()));
        }
        tell(
                source,
                look.commits(),
                look.consequences().stream()
                        .map(
                                one ->
                                        new Voice.Following(
                                                Envelopes.of(one.cause(), clock.instant()),
                                                one.announcement()))
                        .toList());
        lastTold.merge(source.name(), told.with(look.commits()), Told::with);
        source.repository().record(refs);
        mirrored.put(source.name(), moves);
    }

    /**
     * What follows from commits, a rollback or a forge's answer may be heard of later than what
     * another said in the meantime, if this took so long that the group may have given us up. Then
     * commits are told again, if there are no new ones those that were last: they are the last ones
     * told of, and not where the other one is, who looks at everything anew when it hears that
     * partitions moved.
     */
    private void tell(Source source, List<CommitSeen> commits, List<Voice.Following> all) {
        var again = commits.isEmpty() && !all.isEmpty() ? lastCommits(source) : commits;
        var start = clock.instant();
        try {
            voice.say(commits, all);
            all.stream().map(Voice.Following::announcement).forEach(this::keep);
        } finally {
            if (Duration.between(start, clock.instant()).compareTo(LONG) > 0) {
                LOG.warnf("told again, for it took long: since=%s", start);
                voice.say(again, List.of());
            }
        }
    }

    private List<CommitSeen> lastCommits(Source source) {
        return pushes.last(source, lastTold.computeIfAbsent(source.name(), memory::told));
    }

    /** The ApplicationSets that ask forges, as of the last decision; none before the first one. */
    synchronized List<Declaration> setsOfForges() {
        return ledger.map(Ledger::setsOfForges).orElseGet(List::of);
    }

    /** Has the set's generators ask; the answers matter to whoever is asked. */
    void ask(Source source, Declaration set, Forges asked) {
        pushes.ask(source, set, copy(), asked);
    }

    private synchronized Ledger copy() {
        return new Ledger(ledger());
    }

    /** Says what follows from a forge having answered something else. */
    synchronized void regenerate(Source source, Declaration set, Envelope cause) {
        listen();
        var look = pushes.regenerate(source, set, ledger(), clock.instant());
        warn(source, look);
        tell(
                source,
                List.of(),
                look.consequences().stream()
                        .map(one -> new Voice.Following(cause, one.announcement()))
                        .toList());
    }

    private static void warn(Source source, Look look) {
        look.problems()
                .forEach(
                        problem ->
                                LOG.warnf(
                                        "declarations not read: repository=%s file=%s line=%d reason=%s",
                                        source.name(),
                                        problem.file(),
                                        problem.line(),
                                        problem.reason()));
    }

    synchronized void rollBack(Rollback rollback, Envelope cause) {
        listen();
        var following =
                rollbacks.decide(rollback, ledger(), clock.instant()).stream()
                        .map(one -> new Voice.Following(cause, one))
                        .toList();
        rollbacks
                .source(rollback, ledger())
                .ifPresent(source -> tell(source, List.of(), following));
    }

    /** What would take out of Git what was rolled back. */
    synchronized Optional<Revert> revert(Rollback rollback) {
        return rollbacks.revert(rollback, ledger());
    }

    /** What others said since is known before anything is decided. */
    private void listen() {
        var now = ownership.moves();
        if (now != moves || ownership.isShared()) {
            ledger = Optional.empty();
        }
        moves = now;
    }

    /** Since partitions moved the repository may have been another instance's. */
    private Told told(String repository) {
        var isOurs = Long.valueOf(moves).equals(mirrored.get(repository));
        return isOurs ? Told.NOTHING : memory.told(repository);
    }

    private void keep(Announcement announcement) {
        ledger().keep(announcement);
        if (announcement instanceof Announcement.Desired(var state)) {
            LOG.infof(
                    "desired: application=%s revision=%s generation=%d delivery=%s problem=%s",
                    state.application(),
                    state.revision(),
                    state.generation(),
                    state.delivery(),
                    state.problem());
        }
    }

    private Ledger ledger() {
        var known = ledger.orElseGet(memory::read);
        ledger = Optional.of(known);
        return known;
    }
}
