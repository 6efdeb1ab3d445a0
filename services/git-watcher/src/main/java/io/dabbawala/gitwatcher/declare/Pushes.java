package io.dabbawala.gitwatcher.declare;

import io.dabbawala.gitwatcher.declare.application.Declaration;
import io.dabbawala.gitwatcher.declare.ledger.DeliveryIds;
import io.dabbawala.gitwatcher.declare.ledger.Ledger;
import io.dabbawala.gitwatcher.declare.repository.Source;
import io.dabbawala.gitwatcher.declare.repository.Sources;
import io.dabbawala.gitwatcher.generate.DeletionBudget;
import io.dabbawala.gitwatcher.generate.Generation;
import io.dabbawala.gitwatcher.generate.forge.Forges;
import io.dabbawala.gitwatcher.watch.CommitSeen;
import io.dabbawala.gitwatcher.watch.RefMove;
import io.dabbawala.gitwatcher.watch.Refs;
import io.dabbawala.gitwatcher.watch.Told;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Decides what to say when the refs of a repository are no longer where they were recorded. */
public final class Pushes {

    private final Sources sources;
    private final DeliveryIds ids;
    private final ApplicationSets sets;

    /**
     * @param forges what is known of them; nobody waits for them here
     */
    public Pushes(Sources sources, DeliveryIds ids, DeletionBudget budget, Forges forges) {
        this.sources = sources;
        this.ids = ids;
        this.sets = new ApplicationSets(budget, forges);
    }

    /** With a mirror that holds everything that was told. */
    public Look look(Source source, Refs refs, Ledger ledger, Instant now) {
        return look(source, refs, Told.NOTHING, ledger, now);
    }

    /**
     * @param told of this repository, by whomever
     */
    public Look look(Source source, Refs refs, Told told, Ledger ledger, Instant now) {
        var recorded = source.repository().recorded();
        var isTold = told.isIn(recorded);
        if (isTold && !ledger.isContradictedIn(source.name())) {
            var commits = described(source, recorded.movesTo(refs));
            return look(new Push.Scene(sources, source, recorded, refs, commits), ledger, now);
        }
        // Somebody else told the last of it, and may have been interrupted, or stood still and
        // spoke of the past: every application is looked at, as for the first time.
        var news = described(source, isTold ? recorded.movesTo(refs) : told.movesTo(refs));
        var causes = new ArrayList<>(news);
        causes.addAll(described(source, isTold ? standing(refs) : told.standingAt(refs)));
        var scene = new Push.Scene(sources, source, Refs.NONE, refs, causes);
        return look(scene, ledger, now).telling(news);
    }

    private static List<RefMove> standing(Refs refs) {
        return refs.byName().entrySet().stream()
                .map(ref -> new RefMove(ref.getKey(), ref.getValue(), ref.getValue()))
                .toList();
    }

    private Look look(Push.Scene scene, Ledger ledger, Instant now) {
        return scene.commits().isEmpty()
                ? Look.NOTHING
                : new Push(scene, ledger, sets).look(new Desiring(ids), now);
    }

    /** The commits that were told of last, as far as they are in the mirror. */
    public List<CommitSeen> last(Source source, Told told) {
        return described(source, List.copyOf(told.last().values()));
    }

    private static List<CommitSeen> described(Source source, List<RefMove> moves) {
        return moves.stream().map(source.repository()::describe).flatMap(Optional::stream).toList();
    }

    /** What the set generates now that a forge answered something else. */
    public Look regenerate(Source source, Declaration set, Ledger ledger, Instant now) {
        return scene(source, set)
                .map(scene -> new Push(scene, ledger, sets))
                .map(push -> push.regenerate(set, new Desiring(ids), now))
                .orElse(Look.NOTHING);
    }

    /** Has the set's generators ask these forges, for nothing but their questions. */
    public void ask(Source source, Declaration set, Ledger ledger, Forges asked) {
        scene(source, set)
                .map(scene -> new LedgerOutlook(scene, ledger, asked))
                .ifPresent(outlook -> Generation.of(ApplicationSets.declared(set), outlook));
    }

    /** As it is since the commit that declared the set. */
    private Optional<Push.Scene> scene(Source source, Declaration set) {
        var refs = source.repository().recorded();
        return source.repository()
                .describe(new RefMove(Refs.HEAD, set.revision(), set.revision()))
                .map(seen -> new Push.Scene(sources, source, refs, refs, List.of(seen)));
    }
}
