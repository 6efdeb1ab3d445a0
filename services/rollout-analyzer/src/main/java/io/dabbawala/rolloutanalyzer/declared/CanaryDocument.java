package io.dabbawala.rolloutanalyzer.declared;

import io.dabbawala.rolloutanalyzer.canary.CanarySpec;
import io.dabbawala.rolloutanalyzer.canary.Strategy;
import io.dabbawala.rolloutanalyzer.canary.Weights;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads a Flagger Canary ({@code flagger.app/v1beta1}). */
public final class CanaryDocument {

    private static final Duration DEFAULT_INTERVAL = Duration.ofMinutes(1);
    private static final Duration LEAST_INTERVAL = Duration.ofSeconds(10);
    private static final int ITERATIONS_WITHOUT_ROUTES = 10;
    private static final int ALL = 100;
    private static final Set<String> HOOKS_THAT_ONLY_TELL = Set.of("event", "post-rollout");

    private final Fields spec;
    private final Fields analysis;

    private CanaryDocument(Fields spec) {
        this.spec = spec;
        this.analysis =
                spec.at("analysis").isPresent() ? spec.at("analysis") : spec.at("canaryAnalysis");
    }

    public static DeclaredCanary read(String namespace, String name, String json) {
        var root = Fields.of(json);
        var document = new CanaryDocument(root.at("spec"));
        var target = document.spec.at("targetRef").text("name");
        if (target.isEmpty()) {
            document.spec.problem("targetRef.name", "is missing");
        }
        var read = document.canary();
        return root.problems().isEmpty() || read.strategy() instanceof Strategy.Suspended
                ? new DeclaredCanary(namespace + "/" + (target.isEmpty() ? name : target), read)
                : new DeclaredCanary(
                        namespace + "/" + (target.isEmpty() ? name : target),
                        DeclaredCanary.unreadable(
                                        namespace, name, String.join(", ", root.problems()))
                                .spec());
    }

    private CanarySpec canary() {
        return new CanarySpec(
                interval(),
                Math.max(1, analysis.whole("threshold")),
                strategy(),
                Math.clamp(analysis.whole("stepWeightPromotion"), 0, ALL),
                analysis.each("metrics").stream().map(MetricFields::read).toList(),
                remarks());
    }

    private Duration interval() {
        return GoDuration.parse(analysis.text("interval"))
                .map(it -> it.compareTo(LEAST_INTERVAL) < 0 ? LEAST_INTERVAL : it)
                .orElse(DEFAULT_INTERVAL);
    }

    private Strategy strategy() {
        var weights =
                new Weights(
                        analysis.whole("stepWeight"),
                        analysis.wholes("stepWeights"),
                        analysis.whole("maxWeight"));
        var iterations = analysis.whole("iterations");
        var gate = gate();
        if (spec.flag("suspend")) {
            return new Strategy.Suspended();
        }
        if (spec.flag("skipAnalysis") || !analysis.isPresent()) {
            return new Strategy.Skipped();
        }
        if (gate.isPresent()) {
            return new Strategy.Unsupported(gate.get());
        }
        if (isWithoutRoutes()) {
            return new Strategy.BlueGreen(
                    iterations < 1 ? ITERATIONS_WITHOUT_ROUTES : iterations, 0);
        }
        if (iterations > 0 && !analysis.each("match").isEmpty()) {
            return new Strategy.Unsupported(
                    "UNSUPPORTED: A/B testing (analysis.match with iterations) is not done");
        }
        return iterations > 0
                ? new Strategy.BlueGreen(iterations, ALL)
                : new Strategy.Progressive(weights);
    }

    private boolean isWithoutRoutes() {
        return spec.text("provider").equals("kubernetes");
    }

    /** A webhook that may say no is one that must be asked, and we ask none. */
    private Optional<String> gate() {
        return analysis.each("webhooks").stream()
                .filter(hook -> !HOOKS_THAT_ONLY_TELL.contains(hook.text("type")))
                .findFirst()
                .map(
                        hook ->
                                "UNSUPPORTED: webhook %s of type %s is not called"
                                        .formatted(
                                                hook.text("name"),
                                                hook.text("type").isEmpty()
                                                        ? "rollout"
                                                        : hook.text("type")));
    }

    private List<String> remarks() {
        var remarks = new ArrayList<String>();
        if (analysis.flag("mirror")) {
            remarks.add("analysis.mirror is not done");
        }
        if (analysis.at("sessionAffinity").isPresent()) {
            remarks.add("analysis.sessionAffinity is not done");
        }
        if (!analysis.each("webhooks").isEmpty()) {
            remarks.add("analysis.webhooks are not called");
        }
        if (isWithoutRoutes() && !analysis.each("match").isEmpty()) {
            remarks.add("analysis.match needs a provider that routes");
        }
        return remarks;
    }
}
