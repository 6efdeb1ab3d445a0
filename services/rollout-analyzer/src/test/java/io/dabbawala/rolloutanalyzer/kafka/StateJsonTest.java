package io.dabbawala.rolloutanalyzer.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.dabbawala.platform.Envelope;
import io.dabbawala.rolloutanalyzer.canary.Phase;
import io.dabbawala.rolloutanalyzer.canary.Progress;
import io.dabbawala.rolloutanalyzer.canary.Readiness;
import io.dabbawala.rolloutanalyzer.canary.Revisions;
import io.dabbawala.rolloutanalyzer.canary.Rollout;
import io.dabbawala.rolloutanalyzer.canary.Stage;
import io.dabbawala.rolloutanalyzer.canary.Subject;
import io.dabbawala.rolloutanalyzer.canary.Tally;
import io.dabbawala.rolloutanalyzer.canary.Timing;
import io.dabbawala.rolloutanalyzer.canary.Verdict;
import io.dabbawala.rolloutanalyzer.judge.Classification;
import io.dabbawala.rolloutanalyzer.judge.Counts;
import io.dabbawala.rolloutanalyzer.judge.Measurement;
import io.dabbawala.rolloutanalyzer.judge.Metric;
import io.dabbawala.rolloutanalyzer.judge.MetricCheck;
import io.dabbawala.rolloutanalyzer.judge.Range;
import io.dabbawala.rolloutanalyzer.slo.Budget;
import io.dabbawala.rolloutanalyzer.slo.Objective;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StateJsonTest {

    private static final Instant NOON = Wire.NOON;
    private static final Progress PROGRESS =
            new Progress(
                    new Subject("shop/checkout", "argocd/checkout", "delivery", "sha256:t"),
                    new Revisions("r2", "sha256:2", "r1", "sha256:1"),
                    Phase.PROGRESSING,
                    30,
                    new Readiness(true, false, true),
                    NOON.plusNanos(123_456_789));

    static List<Stage> stages() {
        return List.of(
                new Stage.Idle(),
                new Stage.Progressing(30),
                new Stage.Promoting(),
                new Stage.Finalising(),
                new Stage.Succeeded(),
                new Stage.RolledBack());
    }

    static List<Classification> classifications() {
        return List.of(
                new Classification.Value(99.5, 300),
                new Classification.NoData("none"),
                new Classification.Stale("old"),
                new Classification.TooFew(3, 50),
                new Classification.ProviderError("nobody"),
                new Classification.Malformed("nonsense"));
    }

    @Test
    void no_case_is_forgotten_here() {
        assertThat(stages()).hasSameSizeAs(Stage.class.getPermittedSubclasses());
        assertThat(classifications()).hasSameSizeAs(Classification.class.getPermittedSubclasses());
    }

    @ParameterizedTest
    @MethodSource("stages")
    void a_rollout_comes_back_as_it_was(Stage stage) {
        keeps(kept(stage, null), Kept.class);
    }

    @ParameterizedTest
    @MethodSource("classifications")
    void the_last_verdict_comes_back_with_its_evidence(Classification classification) {
        for (var metric :
                List.of(
                        new Metric.SuccessRate(),
                        new Metric.RequestDuration(),
                        new Metric.Unprovided())) {
            var check = new MetricCheck("m", metric, new Range(null, 5.5), Duration.ofSeconds(90));
            var verdict =
                    new Verdict(
                            Verdict.Kind.HOLD,
                            new Verdict.Aim(Phase.PROGRESSING, 30),
                            new Tally(1, 2, 3),
                            2,
                            "CHECK_FAILED: m",
                            List.of(new Measurement(check, classification)));

            keeps(kept(new Stage.Progressing(30), new Rollout.Said(verdict, NOON)), Kept.class);
        }
    }

    @Test
    void an_application_comes_back_as_it_was() {
        keeps(new Application(Map.of("shop/checkout", PROGRESS)), Application.class);
    }

    @Test
    void a_budget_comes_back_as_it_was() {
        var objective =
                new Objective("shop/a", "checkout", 0.999, "30d", "shop/checkout", "http-requests");

        keeps(Budget.measure(objective, _ -> new Counts(1000, 3)), Budget.class);
    }

    @Test
    void a_field_that_a_newer_version_wrote_is_passed_over() {
        var read =
                StateJson.read("{\"rollouts\":{},\"more\":1}".getBytes(UTF_8), Application.class);

        assertThat(read).isEqualTo(Application.NONE);
    }

    private static Kept kept(Stage stage, Rollout.@Nullable Said said) {
        var timing = new Timing(NOON, Instant.EPOCH, NOON.plusSeconds(5));
        return new Kept(
                Envelope.root("reconciler", "RolloutProgressed", "shop/checkout", NOON, "seed"),
                new Rollout(PROGRESS, stage, new Tally(1, 2, 3), timing, true, said),
                NOON);
    }

    private static <T> void keeps(T value, Class<T> type) {
        assertThat(StateJson.read(StateJson.write(value), type)).isEqualTo(value);
    }
}
