package io.dabbawala.gitwatcher.declare;

import io.dabbawala.gitwatcher.generate.DeletionBudget;
import io.dabbawala.gitwatcher.watch.Refs;
import java.time.Instant;
import java.util.Optional;

/** Decides what to say when the refs of a repository are no longer where they were recorded. */
public final class Pushes {

    private final Sources sources;
    private final DeliveryIds ids;
    private final ApplicationSets sets;

    public Pushes(Sources sources, DeliveryIds ids) {
        this(sources, ids, DeletionBudget.DEFAULT);
    }

    public Pushes(Sources sources, DeliveryIds ids, DeletionBudget budget) {
        this.sources = sources;
        this.ids = ids;
        this.sets = new ApplicationSets(budget);
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
}
