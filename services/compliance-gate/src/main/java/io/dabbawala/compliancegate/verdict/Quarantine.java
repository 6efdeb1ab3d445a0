package io.dabbawala.compliancegate.verdict;

import io.dabbawala.compliancegate.approval.Orders;
import io.dabbawala.compliancegate.plan.Plan;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The digests of one application that were rolled back. */
public record Quarantine(List<Entry> entries) {

    public static final Quarantine EMPTY = new Quarantine(List.of());

    private static final int KEPT = 200;

    public record Entry(String digest, String reason, Instant since) {}

    public Quarantine {
        entries = List.copyOf(entries);
    }

    /** A rollback that is read twice is one. */
    public Quarantine with(Entry entry) {
        if (entry.digest().isEmpty() || entries.contains(entry)) {
            return this;
        }
        var all =
                Stream.concat(entries.stream(), Stream.of(entry))
                        .sorted(Comparator.comparing(Entry::since))
                        .toList();
        return new Quarantine(all.subList(Math.max(0, all.size() - KEPT), all.size()));
    }

    /**
     * Why this plan is not delivered again. A rollback to a digest that was itself rolled back once
     * is delivered, unless that is the very one it rolls back.
     */
    Optional<Entry> of(Plan plan, Orders orders) {
        var latest = entries.isEmpty() ? "" : entries.getLast().digest();
        if (plan.isRollback() && !latest.equals(plan.digest())) {
            return Optional.empty();
        }
        return entries.reversed().stream()
                .filter(entry -> entry.digest().equals(plan.digest()))
                .findFirst()
                .filter(entry -> !orders.isLifted(entry.digest(), entry.since()));
    }
}
