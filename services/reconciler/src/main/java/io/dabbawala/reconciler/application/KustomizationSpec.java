package io.dabbawala.reconciler.application;

import io.dabbawala.reconciler.object.ObjectRef;
import io.dabbawala.reconciler.retry.GoDuration;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What a Flux Kustomization waits for after it was applied (kustomize-controller docs/spec/v1).
 *
 * @param waits for everything that was applied; then the list does not matter
 * @param healthChecks other objects it waits for
 * @param healthCheckExprs how objects of some kinds are judged, as it is written
 * @param timeout how long it waits
 */
public record KustomizationSpec(
        boolean waits,
        List<ObjectRef> healthChecks,
        List<Map<String, Object>> healthCheckExprs,
        Duration timeout) {

    private static final Duration LEAST = Duration.ofSeconds(30);

    public KustomizationSpec {
        healthChecks = List.copyOf(healthChecks);
        healthCheckExprs = List.copyOf(healthCheckExprs);
    }

    /**
     * @throws IllegalArgumentException if a field has a wrong type or a duration cannot be read
     */
    static KustomizationSpec of(SpecField spec) {
        return new KustomizationSpec(
                spec.at("wait").flag(false),
                spec.at("healthChecks").list().stream().map(KustomizationSpec::ref).toList(),
                spec.at("healthCheckExprs").list().stream().map(SpecField::object).toList(),
                timeout(spec));
    }

    /** A failed one is tried again at its interval, for ever. */
    static RetryPolicy retry(SpecField spec) {
        var interval = spec.at("retryInterval").text(spec.at("interval").text("60s"));
        return new RetryPolicy(-1L, interval, 1L, "0s", false);
    }

    private static Duration timeout(SpecField spec) {
        var said = spec.at("timeout").text();
        var timeout =
                said.isEmpty()
                        ? GoDuration.parse(spec.at("interval").text("60s")).minus(LEAST)
                        : GoDuration.parse(said);
        return timeout.compareTo(LEAST) < 0 ? LEAST : timeout;
    }

    private static ObjectRef ref(SpecField entry) {
        return ObjectRef.of(
                entry.at("apiVersion").text(),
                entry.at("kind").text(),
                entry.at("namespace").text(),
                entry.at("name").text());
    }

    public boolean checksNothing() {
        return !waits && healthChecks.isEmpty();
    }
}
