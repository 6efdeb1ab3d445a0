package io.dabbawala.console.event;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The gate's answer for exactly one plan. */
public record Verdict(
        Header header,
        String application,
        long generation,
        String revision,
        String digest,
        String planDigest,
        Decision decision,
        List<Finding> findings,
        String reason,
        @Nullable Instant validUntil)
        implements Event {

    public enum Decision {
        UNKNOWN,
        ADMITTED,
        DENIED,
        HELD
    }

    public Verdict {
        findings = List.copyOf(findings);
    }

    public List<Finding> denying() {
        return findings.stream().filter(Finding::isDenying).toList();
    }

    @Override
    public String summary() {
        return switch (decision) {
            case ADMITTED -> "admitted " + Sentence.revision(revision) + warnings();
            case DENIED -> "denied by " + denial();
            case HELD -> Sentence.because("held", Reason.said(reason));
            case UNKNOWN -> Sentence.because("the gate gave an unknown answer", reason);
        };
    }

    private String denial() {
        return denying().isEmpty()
                ? Sentence.because("the gate", Reason.said(reason))
                : Sentence.list(denying().stream().map(Finding::sentence).toList(), 2);
    }

    private String warnings() {
        return findings.isEmpty()
                ? ""
                : " with %d warning%s: %s"
                        .formatted(
                                findings.size(),
                                findings.size() == 1 ? "" : "s",
                                findings.getFirst().sentence());
    }
}
