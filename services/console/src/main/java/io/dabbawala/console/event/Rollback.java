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
        return "rolled back %s -> %s: %s"
                .formatted(Sentence.revision(fromRevision), Sentence.revision(toRevision), why());
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
