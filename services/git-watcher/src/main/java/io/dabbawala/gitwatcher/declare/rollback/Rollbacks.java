package io.dabbawala.gitwatcher.declare.rollback;

import io.dabbawala.gitwatcher.declare.Desiring;
import io.dabbawala.gitwatcher.declare.Step;
import io.dabbawala.gitwatcher.declare.application.Rollback;
import io.dabbawala.gitwatcher.declare.ledger.Announcement;
import io.dabbawala.gitwatcher.declare.ledger.DeliveryIds;
import io.dabbawala.gitwatcher.declare.ledger.Draft;
import io.dabbawala.gitwatcher.declare.ledger.Ledger;
import io.dabbawala.gitwatcher.declare.ledger.Occasion;
import io.dabbawala.gitwatcher.declare.repository.Source;
import io.dabbawala.gitwatcher.declare.repository.Sources;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Decides what a rollback declares. Only the delivery it names comes back: a newer commit has won
 * already, and a rollback that is heard twice changes nothing. The mirror has the objects, so the
 * host of the repository is not asked.
 */
public final class Rollbacks {

    private final Sources sources;
    private final DeliveryIds ids;

    public Rollbacks(Sources sources, DeliveryIds ids) {
        this.sources = sources;
        this.ids = ids;
    }

    public List<Announcement> decide(Rollback rollback, Ledger ledger, Instant now) {
        var application = ledger.application(rollback.application());
        var source = source(rollback, ledger);
        var isMeant = ledger.state(rollback.application()).filter(rollback::isMeantFor);
        if (source.isEmpty() || isMeant.isEmpty()) {
            return List.of();
        }
        var draft = new Draft(new Ledger(ledger));
        var step =
                new Step(
                        application.orElseThrow(),
                        source.get(),
                        rollback.toRevision(),
                        new Step.Surrounding(sources, one -> one.repository().recorded()));
        new Desiring(ids).rollBack(step, rollback.of(isMeant.get()), draft, new Occasion(now, now));
        return draft.announcements();
    }

    /** Where the application comes from; empty if it or its repository is not known. */
    public Optional<Source> source(Rollback rollback, Ledger ledger) {
        return ledger.application(rollback.application())
                .flatMap(known -> sources.at(known.origin().url()));
    }

    /** What would take out of Git what was rolled back; empty if it is not there any more. */
    public Optional<Revert> revert(Rollback rollback, Ledger ledger) {
        return new Reverts(sources).decide(rollback, ledger);
    }
}
