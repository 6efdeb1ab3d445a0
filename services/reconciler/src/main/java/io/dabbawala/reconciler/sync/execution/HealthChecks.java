package io.dabbawala.reconciler.sync.execution;

import static java.util.stream.Collectors.toSet;

import io.dabbawala.reconciler.application.DesiredState;
import io.dabbawala.reconciler.application.KustomizationSpec;
import io.dabbawala.reconciler.cluster.Cluster;
import io.dabbawala.reconciler.health.expression.ExpressionHealth;
import io.dabbawala.reconciler.health.expression.HealthCheck;
import io.dabbawala.reconciler.health.kstatus.Kstatus;
import io.dabbawala.reconciler.health.kstatus.ObjectStatus;
import io.dabbawala.reconciler.health.kstatus.ObjectStatus.State;
import io.dabbawala.reconciler.object.LiveObject;
import io.dabbawala.reconciler.object.ObjectRef;
import io.dabbawala.reconciler.operation.FluxMarks;
import io.dabbawala.reconciler.order.Placed;
import io.dabbawala.reconciler.order.Placed.Item;
import io.dabbawala.reconciler.plan.SyncPlan;
import io.dabbawala.reconciler.plan.SyncStep;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What a Kustomization waits for once it is applied, by its own expressions and the rules of
 * kstatus. An Application waits for nothing.
 */
public final class HealthChecks {

    /** Begins the reason to wait. */
    public static final String WAITING = "HEALTH_CHECK: ";

    /** Begins the reason not to wait any longer. */
    public static final String FAILED = "HEALTH_CHECK_FAILED: ";

    private static final ObjectStatus NOT_THERE =
            new ObjectStatus(State.IN_PROGRESS, "it is not there");
    private static final int MOST = 1_000;

    private final Cluster cluster;
    private final Map<List<Map<String, Object>>, ExpressionHealth> compiled =
            new ConcurrentHashMap<>();

    public HealthChecks(Cluster cluster) {
        this.cluster = cluster;
    }

    /** What came of them. */
    public sealed interface Answer {

        record Passed() implements Answer {}

        record Waiting(String reason) implements Answer {}

        record Failed(String reason) implements Answer {}
    }

    private record Checked(ObjectRef ref, ObjectStatus status) {

        @Override
        public String toString() {
            return "%s is %s: %s".formatted(ref, status.state().word(), status.message());
        }
    }

    public boolean areAskedFor(DesiredState state) {
        var spec = specOf(state);
        return spec != null && !spec.checksNothing();
    }

    /**
     * Finds what is wrong with how they are written before anything is applied.
     *
     * @throws IllegalArgumentException if an expression cannot be read
     */
    public void read(DesiredState state) {
        var spec = specOf(state);
        if (spec != null) {
            expressions(spec);
        }
    }

    public Answer of(DesiredState state, SyncPlan plan, Instant now) {
        var spec = specOf(state);
        if (spec == null) {
            return new Answer.Passed();
        }
        var expressions = expressions(spec);
        var open =
                refs(spec, plan).stream()
                        .map(ref -> new Checked(ref, statusOf(ref, expressions, now)))
                        .filter(one -> one.status().state() != State.CURRENT)
                        .toList();
        return open.stream()
                .filter(one -> one.status().state() == State.FAILED)
                .<Answer>map(one -> new Answer.Failed(FAILED + one))
                .findFirst()
                .or(() -> open.stream().findFirst().map(one -> new Answer.Waiting(WAITING + one)))
                .orElseGet(Answer.Passed::new);
    }

    private ObjectStatus statusOf(ObjectRef ref, ExpressionHealth expressions, Instant now) {
        return cluster.read(ref).map(live -> statusOf(live, expressions, now)).orElse(NOT_THERE);
    }

    private static ObjectStatus statusOf(
            LiveObject live, ExpressionHealth expressions, Instant now) {
        return expressions.of(live).orElseGet(() -> Kstatus.of(live, now));
    }

    private List<ObjectRef> refs(KustomizationSpec spec, SyncPlan plan) {
        if (!spec.waits()) {
            return spec.healthChecks();
        }
        var created = plan.changes().map(SyncStep::ref).collect(toSet());
        return plan.declared().stream()
                .filter(one -> created.contains(one.ref()) || !isLeftToOthers(one))
                .map(Placed::ref)
                .toList();
    }

    /** Flux waits for nothing that it was told not to touch. */
    private boolean isLeftToOthers(Placed declared) {
        var isOnlyCreated =
                declared.item() instanceof Item.Declared(var manifest)
                        && FluxMarks.isOnlyCreated(manifest.content());
        return isOnlyCreated
                || cluster.read(declared.ref())
                        .filter(live -> FluxMarks.isLeftAlone(live.content()))
                        .isPresent();
    }

    private ExpressionHealth expressions(KustomizationSpec spec) {
        if (compiled.size() > MOST) {
            compiled.clear();
        }
        return compiled.computeIfAbsent(
                spec.healthCheckExprs(),
                all -> new ExpressionHealth(all.stream().map(HealthCheck::of).toList()));
    }

    /** Of one that is withdrawn nothing is left to be well. */
    private static @Nullable KustomizationSpec specOf(DesiredState state) {
        return state.isKustomization() && !state.isWithdrawn()
                ? state.applicationSpec().kustomization()
                : null;
    }
}
