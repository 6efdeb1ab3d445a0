package io.dabbawala.testkit.twin.controllers;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Optional;

/** Brings about what one object wants, as far as it can be now; safe to repeat. */
interface Controller {

    /** When to look again although nothing changed. */
    Optional<Instant> reconcile(ObjectNode object, Instant now);
}
