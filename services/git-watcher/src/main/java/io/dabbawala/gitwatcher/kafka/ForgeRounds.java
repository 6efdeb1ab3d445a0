package io.dabbawala.gitwatcher.kafka;

import io.dabbawala.gitwatcher.declare.Declaration;
import io.dabbawala.gitwatcher.declare.Sources;
import io.dabbawala.gitwatcher.generate.ForgeAnswers;
import io.dabbawala.platform.Envelope;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;

/**
 * Asks forges for every ApplicationSet as often as it wants, and has it generated again when an
 * answer is another one. A set that is declared anew is asked for at once.
 */
public final class ForgeRounds {

    private static final Logger LOG = Logger.getLogger(ForgeRounds.class);
    private static final Duration AFTER_A_FAILURE = Duration.ofSeconds(30);

    private final Sources sources;
    private final Announcer announcer;
    private final ForgeAnswers answers;
    private final Ownership ownership;
    private final Clock clock;
    private final Map<Declaration, Instant> due = new HashMap<>();

    public ForgeRounds(
            Sources sources,
            Announcer announcer,
            ForgeAnswers answers,
            Ownership ownership,
            Clock clock) {
        this.sources = sources;
        this.announcer = announcer;
        this.answers = answers;
        this.ownership = ownership;
        this.clock = clock;
    }

    /** Everything that is due; not to be called by two at once. */
    void go() {
        var sets =
                announcer.setsOfForges().stream()
                        .filter(set -> ownership.owns(set.repository()))
                        .toList();
        due.keySet().retainAll(keys(sets));
        for (var set : sets) {
            var now = clock.instant();
            if (!now.isBefore(due.getOrDefault(key(set), Instant.MIN))) {
                due.put(key(set), now.plus(ask(set, now)));
            }
        }
    }

    private static List<Declaration> keys(List<Declaration> sets) {
        return sets.stream().map(ForgeRounds::key).toList();
    }

    /** The same set as long as it is declared the same, whatever came of it. */
    private static Declaration key(Declaration set) {
        return set.saying(set.withoutStatus());
    }

    private Duration ask(Declaration set, Instant now) {
        var interval = set.forgeInterval().orElse(AFTER_A_FAILURE);
        var source = sources.named(set.repository());
        if (source.isEmpty()) {
            return interval;
        }
        var round = answers.round();
        announcer.ask(source.get(), set, round);
        round.failure()
                .ifPresent(
                        reason ->
                                LOG.warnf("forge not asked: set=%s reason=%s", set.key(), reason));
        if (round.hasNews()) {
            ownership.whileOwned(
                    source.get().name(),
                    () -> announcer.regenerate(source.get(), set, cause(set, now)));
        }
        return round.failure().isPresent() && interval.compareTo(AFTER_A_FAILURE) > 0
                ? AFTER_A_FAILURE
                : interval;
    }

    /** No commit: what a forge answered at that time. */
    private static Envelope cause(Declaration set, Instant now) {
        return Envelope.root("git-watcher", "ForgeAnswered", set.key(), now, set.key());
    }
}
