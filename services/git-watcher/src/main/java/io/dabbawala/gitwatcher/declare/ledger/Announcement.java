package io.dabbawala.gitwatcher.declare.ledger;

import io.dabbawala.gitwatcher.declare.application.Declaration;
import io.dabbawala.gitwatcher.declare.application.DesiredState;

/** Something to say. */
public sealed interface Announcement {

    record Declared(Declaration declaration) implements Announcement {}

    /**
     * @param revision the commit it left with
     */
    record Withdrawn(String key, String revision) implements Announcement {}

    record Desired(DesiredState state) implements Announcement {}
}
