package io.dabbawala.gitwatcher.kafka;

import io.dabbawala.gitwatcher.InMemoryForges;
import io.dabbawala.gitwatcher.declare.Pushes;
import io.dabbawala.gitwatcher.declare.ledger.DeliveryIds;
import io.dabbawala.gitwatcher.declare.repository.Sources;
import io.dabbawala.gitwatcher.declare.rollback.Rollbacks;
import io.dabbawala.gitwatcher.generate.DeletionBudget;
import io.dabbawala.gitwatcher.generate.forge.Forges;
import java.time.InstantSource;

/** Announcers whose topics are a test's. */
final class Announcers {

    private static final DeliveryIds IDS = (_, seed) -> seed;

    static <T extends Voice & Memory> Announcer announcer(
            Sources sources, T topics, Ownership ownership, InstantSource clock) {
        return announcer(sources, new InMemoryForges(), topics, ownership, clock);
    }

    static <T extends Voice & Memory> Announcer announcer(
            Sources sources, Forges forges, T topics, Ownership ownership, InstantSource clock) {
        return new Announcer(
                new Pushes(sources, IDS, DeletionBudget.DEFAULT, forges),
                new Rollbacks(sources, IDS),
                topics,
                topics,
                ownership,
                clock);
    }

    private Announcers() {}
}
