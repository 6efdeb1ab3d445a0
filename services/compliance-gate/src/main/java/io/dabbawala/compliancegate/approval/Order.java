package io.dabbawala.compliancegate.approval;

import io.dabbawala.compliancegate.plan.Plan;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a person commanded. digest and delivery say what it is about, when it is about one. */
public record Order(
        Kind kind,
        String actor,
        String reason,
        @Nullable String delivery,
        @Nullable String digest,
        Instant at,
        @Nullable Instant expiresAt) {

    public enum Kind {
        APPROVE,
        REJECT,
        FREEZE,
        RESUME,
        BREAK_GLASS,
        LIFT_QUARANTINE
    }

    boolean concerns(Plan plan) {
        return (digest == null || digest.equals(plan.digest()))
                && (delivery == null || delivery.equals(plan.delivery()));
    }

    boolean isUnbound() {
        return digest == null && delivery == null;
    }

    Order boundTo(Plan plan) {
        return new Order(kind, actor, reason, delivery, plan.digest(), at, expiresAt);
    }

    boolean isOver(Instant now) {
        return expiresAt != null && !expiresAt.isAfter(now);
    }

    public String said() {
        return reason.isBlank() ? "by " + actor : "by %s: %s".formatted(actor, reason);
    }
}
