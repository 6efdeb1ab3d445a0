package io.dabbawala.compliancegate.calendar;

import java.time.Instant;
import java.util.Optional;

/** Whether windows let a sync through. */
public sealed interface Passage {

    record Open(String reason) implements Passage {}

    /** until is when it will be open; empty if that is not foreseeable. */
    record Closed(String reason, Optional<Instant> until) implements Passage {}
}
