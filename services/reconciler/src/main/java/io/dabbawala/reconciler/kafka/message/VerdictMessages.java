package io.dabbawala.reconciler.kafka.message;

import io.dabbawala.events.GateVerdict;
import io.dabbawala.reconciler.sync.verdict.Verdict;
import java.util.Objects;
import java.util.Optional;

public final class VerdictMessages {

    /** Empty for a decision that this version does not know. */
    public static Optional<Verdict> read(GateVerdict event) {
        return decision(event)
                .map(
                        decision ->
                                new Verdict(
                                        event.getApplication(),
                                        event.getGeneration(),
                                        event.getPlanDigest(),
                                        event.getCluster(),
                                        decision,
                                        event.getReason(),
                                        Objects.requireNonNullElse(event.getAttestation(), ""),
                                        event.getJudgedAt()));
    }

    private static Optional<Verdict.Decision> decision(GateVerdict event) {
        return switch (event.getDecision()) {
            case ADMITTED -> Optional.of(Verdict.Decision.ADMITTED);
            case DENIED -> Optional.of(Verdict.Decision.DENIED);
            case HELD -> Optional.of(Verdict.Decision.HELD);
            case UNKNOWN -> Optional.empty();
        };
    }

    private VerdictMessages() {}
}
