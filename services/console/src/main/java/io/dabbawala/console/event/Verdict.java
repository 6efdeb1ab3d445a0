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

    /** A person refused it, no rule. */
    public boolean isRejected() {
        return decision == Decision.DENIED && Reason.of(reason, "").code().equals(Reason.REJECTED);
    }

    @Override
    public String summary() {
        return switch (decision) {
            case ADMITTED -> "admitted " + Sentence.revision(revision) + glass() + warnings();
            case DENIED ->
                    isRejected() ? "rejected " + Reason.said(reason) : "denied by " + denial();
            case HELD -> Sentence.because("held", Reason.said(reason));
            case UNKNOWN -> Sentence.because("the gate gave an unknown answer", reason);
        };
    }

    /**
     * The only thing an admission has to explain: that it was not the rules that let it through.
     */
    private String glass() {
        return reason.isBlank() ? "" : " although it was held, " + Reason.said(reason);
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
