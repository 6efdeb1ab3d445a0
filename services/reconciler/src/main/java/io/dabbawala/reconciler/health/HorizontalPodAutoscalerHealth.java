package io.dabbawala.reconciler.health;

import io.dabbawala.reconciler.health.Conditions.Condition;
import io.dabbawala.reconciler.object.Json;
import io.dabbawala.reconciler.object.LiveObject;
import java.util.Map;
import java.util.Set;

final class HorizontalPodAutoscalerHealth implements HealthRule {

    private static final String V1_CONDITIONS = "autoscaling.alpha.kubernetes.io/conditions";
    private static final Map<String, Set<String>> FAILURES =
            Map.of(
                    "AbleToScale",
                    Set.of("FailedGetScale", "FailedUpdateScale"),
                    "ScalingActive",
                    Set.of(
                            "FailedGetResourceMetric",
                            "FailedGetObjectMetric",
                            "FailedGetPodsMetric",
                            "FailedGetExternalMetric",
                            "FailedComputeMetricsReplicas",
                            "InvalidSelector"));

    @Override
    public Health of(LiveObject object) {
        Conditions conditions;
        try {
            conditions = conditions(object);
        } catch (IllegalArgumentException e) {
            return Health.unknown(
                    "failed to convert conditions annotation to typed: " + e.getMessage());
        }
        return of(conditions);
    }

    private static Health of(Conditions conditions) {
        var failure =
                conditions.stream()
                        .filter(
                                one ->
                                        FAILURES.getOrDefault(one.type(), Set.of())
                                                .contains(one.reason()))
                        .findFirst();
        if (failure.isPresent()) {
            return Health.degraded(failure.get().message());
        }
        return conditions.stream()
                .filter(Condition::isTrue)
                .filter(one -> Set.of("AbleToScale", "ScalingLimited").contains(one.type()))
                .findFirst()
                .map(one -> Health.healthy(one.message()))
                .orElseGet(() -> Health.progressing("Waiting to Autoscale"));
    }

    /** Version 1 keeps them as JSON in an annotation. */
    private static Conditions conditions(LiveObject object) {
        if (!object.ref().version().equals("v1")) {
            return Conditions.of(object);
        }
        var text = object.annotation(V1_CONDITIONS);
        return Conditions.of(Json.objects(text.isEmpty() ? "[]" : text));
    }
}
