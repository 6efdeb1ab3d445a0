package io.dabbawala.gitwatcher.declare;

import io.dabbawala.gitwatcher.generate.DeletionBudget;
import io.dabbawala.gitwatcher.generate.Forges;
import io.dabbawala.gitwatcher.generate.Generation;
import io.dabbawala.gitwatcher.watch.RefMove;
import io.dabbawala.gitwatcher.watch.Refs;
import java.time.Instant;
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

    public Look look(Source source, Refs refs, Ledger ledger, Instant now) {
        var recorded = source.repository().recorded();
        var commits =
                recorded.movesTo(refs).stream()
                        .map(source.repository()::describe)
                        .flatMap(Optional::stream)
                        .toList();
        return commits.isEmpty()
                ? Look.NOTHING
                : new Push(new Push.Scene(sources, source, recorded, refs, commits), ledger, sets)
                        .look(new Desiring(ids), now);
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
