package io.dabbawala.rolloutanalyzer.declared;

import io.dabbawala.rolloutanalyzer.slo.Objective;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Reads an OpenSLO SLO ({@code openslo/v1}) whose ratio is counted from the platform's own samples:
 * metric source {@code dabbawala}, the same rollout and metric on both sides of the ratio.
 */
public final class SloDocument {

    private final String name;
    private final Fields spec;

    private SloDocument(String name, Fields spec) {
        this.name = name;
        this.spec = spec;
    }

    /**
     * The objectives are called like the SLO, from the second on with their number: {@code
     * shop/checkout}, {@code shop/checkout/2}.
     */
    public static DeclaredObjectives read(String namespace, String name, String json) {
        var root = Fields.of(json);
        var key = namespace.isEmpty() ? name : namespace + "/" + name;
        var objectives = new SloDocument(key, root.at("spec")).objectives();
        return root.problems().isEmpty()
                ? new DeclaredObjectives(objectives, List.of())
                : DeclaredObjectives.none(root.problems());
    }

    private List<Objective> objectives() {
        var source = source();
        var period = period();
        if (!spec.text("budgetingMethod").equals("Occurrences")) {
            spec.problem("budgetingMethod", "is not Occurrences");
        }
        if (spec.each("objectives").isEmpty()) {
            spec.problem("objectives", "is empty");
        }
        var objectives = new ArrayList<Objective>();
        for (var declared : spec.each("objectives")) {
            var target = target(declared);
            if (spec.problems().isEmpty()) {
                var number = objectives.isEmpty() ? "" : "/" + (objectives.size() + 1);
                objectives.add(
                        new Objective(
                                name + number,
                                spec.text("service"),
                                target,
                                period,
                                source.text("rollout"),
                                source.text("metric")));
            }
        }
        return objectives;
    }

    private double target(Fields objective) {
        var target =
                objective
                        .number("target")
                        .or(() -> objective.number("targetPercent").map(it -> it / 100))
                        .orElse(-1.0);
        if (!(target >= 0 && target < 1)) {
            objective.problem("target", "is not in [0,1)");
        }
        return target;
    }

    private String period() {
        var windows = spec.each("timeWindow");
        var period = windows.size() == 1 ? windows.getFirst().text("duration") : "";
        if (!Objective.isPeriod(period)) {
            spec.problem("timeWindow", "is not one window with a duration like 30d");
        } else if (windows.getFirst().at("calendar").isPresent()) {
            spec.problem("timeWindow", "is a calendar's; only rolling windows are measured");
        }
        return period;
    }

    private Fields source() {
        var ratio = spec.at("indicator").at("spec").at("ratioMetric");
        var sources =
                Stream.of("good", "bad", "raw", "total")
                        .map(ratio::at)
                        .filter(Fields::isPresent)
                        .map(it -> it.at("metricSource"))
                        .toList();
        var first = sources.isEmpty() ? ratio : sources.getFirst();
        if (sources.isEmpty()
                || !sources.stream().allMatch(it -> it.text("type").equals("dabbawala"))) {
            spec.problem("indicator", "has no ratioMetric of metric source dabbawala");
        } else if (sources.stream().anyMatch(it -> !it.node().equals(first.node()))) {
            spec.problem("indicator", "has two sources that differ");
        } else if (first.at("spec").text("rollout").isEmpty()
                || first.at("spec").text("metric").isEmpty()) {
            spec.problem("indicator", "names no rollout and metric");
        }
        return first.at("spec");
    }
}
