package io.dabbawala.gitwatcher.kafka;

import io.dabbawala.gitwatcher.declare.application.Declaration;
import io.dabbawala.gitwatcher.declare.repository.Source;
import io.dabbawala.gitwatcher.declare.repository.Sources;
import io.dabbawala.gitwatcher.generate.forge.ForgeAnswers;
import io.dabbawala.gitwatcher.watch.Hint;
import io.dabbawala.platform.Envelope;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/**
 * Asks forges for every ApplicationSet as often as it wants, and has it generated again when an
 * answer is another one. A set that is declared anew is asked for at once, and one that looks at
 * pull requests soon after a webhook told that one of them moved.
 */
public final class ForgeRounds {

    private static final Logger LOG = Logger.getLogger(ForgeRounds.class);
    private static final Duration AFTER_A_FAILURE = Duration.ofSeconds(30);

    /** However often pull requests move. */
    private static final Duration SHORTEST = Duration.ofSeconds(10);

    private final Sources sources;
    private final Announcer announcer;
    private final ForgeAnswers answers;
    private final Ownership ownership;
    private final Consumer<Hint> forward;
    private final Clock clock;
    private final Map<Declaration, Round> rounds = new HashMap<>();
    private final Set<String> hurried = ConcurrentHashMap.newKeySet();

    private record Round(Instant asked, Instant next) {

        Round hurried() {
            var soon = asked.plus(SHORTEST);
            return soon.isBefore(next) ? new Round(asked, soon) : this;
        }
    }

    /**
     * @param forward where hints for repositories of others go
     */
    public ForgeRounds(
            Sources sources,
            Announcer announcer,
            ForgeAnswers answers,
            Ownership ownership,
            Consumer<Hint> forward,
            Clock clock) {
        this.sources = sources;
        this.announcer = announcer;
        this.answers = answers;
        this.ownership = ownership;
        this.forward = forward;
        this.clock = clock;
    }

    /**
     * A webhook that names no ref tells of a pull request. Sets that ask about its repository may
     * be declared in another one, which somebody else looks at: he is told.
     */
    void hear(Hint hint) {
        switch (hint.source()) {
            case WEBHOOK -> {
                if (hint.claim().ref().isEmpty()) {
                    sources.named(hint.repository()).ifPresent(this::pullRequestMoved);
                }
            }
            case FORWARDED -> hurried.add(hint.repository());
            case POLL -> {}
        }
    }

    private void pullRequestMoved(Source moved) {
        announcer.setsOfForges().stream()
                .filter(set -> set.asksAboutPullRequestsOf(moved.url()))
                .map(Declaration::repository)
                .distinct()
                .forEach(this::hurry);
    }

    private void hurry(String declaring) {
        if (ownership.owns(declaring)) {
            hurried.add(declaring);
        } else {
            forward.accept(Hint.forwarded(declaring, clock.instant()));
        }
    }

    /** Everything that is due; not to be called by two at once. */
    void go() {
        var sets =
                announcer.setsOfForges().stream()
                        .filter(set -> ownership.owns(set.repository()))
                        .toList();
        rounds.keySet().retainAll(keys(sets));
        hurryThoseOf(Set.copyOf(hurried));
        for (var set : sets) {
            var now = clock.instant();
            var last = rounds.get(key(set));
            if (last == null || !now.isBefore(last.next())) {
                rounds.put(key(set), new Round(now, now.plus(ask(set, now))));
            }
        }
    }

    private void hurryThoseOf(Set<String> repositories) {
        hurried.removeAll(repositories);
        rounds.replaceAll(
                (set, round) -> repositories.contains(set.repository()) ? round.hurried() : round);
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
