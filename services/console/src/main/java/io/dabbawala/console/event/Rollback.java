package io.dabbawala.console.event;

import java.util.List;

/** A bad revision comes back. */
public record Rollback(
        Header header,
        String application,
        String rollout,
        String fromRevision,
        String fromDigest,
        String toRevision,
        String reason,
        List<Measurement> evidence)
        implements Event {

    public Rollback {
        evidence = List.copyOf(evidence);
    }

    @Override
    public String summary() {
        var to = Sentence.revision(toRevision);
        return fromRevision.isEmpty()
                ? "rolled back to %s: %s".formatted(to, why())
                : "rolled back %s -> %s: %s".formatted(from(), to, why());
    }

    /** What went; a person who takes it back names no revision. */
    public String from() {
        return fromRevision.isEmpty() ? "what was rolled back" : Sentence.revision(fromRevision);
    }

    public String why() {
        var failed = Measurement.failed(evidence);
        var said = Reason.said(reason);
        if (failed.isEmpty()) {
            return said;
        }
        var measured = Measurement.sentences(failed);
        return said.isEmpty() ? measured : measured + " (" + said + ")";
    }
}
