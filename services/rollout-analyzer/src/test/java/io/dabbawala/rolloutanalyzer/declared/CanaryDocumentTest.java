package io.dabbawala.rolloutanalyzer.declared;

import static org.assertj.core.api.Assertions.assertThat;

import io.dabbawala.rolloutanalyzer.canary.CanarySpec;
import io.dabbawala.rolloutanalyzer.canary.Strategy;
import io.dabbawala.rolloutanalyzer.canary.Weights;
import io.dabbawala.rolloutanalyzer.judge.Metric;
import io.dabbawala.rolloutanalyzer.judge.Range;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CanaryDocumentTest {

    @Test
    void the_rollout_is_the_target_not_the_canary() {
        var declared = CanaryDocument.read("shop", "release", spec("'analysis':{}"));

        assertThat(declared.rollout()).isEqualTo("shop/checkout");
    }

    @Test
    void what_is_absent_has_flaggers_defaults() {
        var spec = analysis("'stepWeight':5");

        assertThat(spec.interval()).isEqualTo(Duration.ofMinutes(1));
        assertThat(spec.threshold()).isEqualTo(1);
        assertThat(spec.strategy())
                .isEqualTo(new Strategy.Progressive(new Weights(5, List.of(), 0)));
        assertThat(spec.promotionStep()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"10s,10", "9s,10", "1m30s,90", "1.5m,90", "soon,60", "'',60", "-5s,60", "2h,7200"})
    void an_interval_is_at_least_ten_seconds_and_a_minute_when_unreadable(
            String text, long seconds) {
        assertThat(analysis("'interval':'" + text + "'").interval())
                .isEqualTo(Duration.ofSeconds(seconds));
    }

    @ParameterizedTest
    @CsvSource({"0,1", "-3,1", "1,1", "7,7", "2.0,2"})
    void a_threshold_is_at_least_one(String text, int threshold) {
        assertThat(analysis("'threshold':" + text).threshold()).isEqualTo(threshold);
    }

    @Test
    void a_list_of_steps_is_read() {
        assertThat(analysis("'stepWeights':[1,10,50],'stepWeightPromotion':25").strategy())
                .isEqualTo(new Strategy.Progressive(new Weights(0, List.of(1, 10, 50), 0)));
        assertThat(analysis("'stepWeights':[1],'stepWeightPromotion':25").promotionStep())
                .isEqualTo(25);
    }

    @Test
    void the_older_name_of_the_analysis_is_read_and_the_newer_one_wins() {
        assertThat(read("'canaryAnalysis':{'threshold':4}").threshold()).isEqualTo(4);
        assertThat(read("'canaryAnalysis':{'threshold':4},'analysis':{'threshold':5}").threshold())
                .isEqualTo(5);
    }

    @Test
    void without_an_analysis_it_is_skipped() {
        assertThat(read("'service':{}").strategy()).isEqualTo(new Strategy.Skipped());
        assertThat(read("'skipAnalysis':true,'analysis':{'stepWeight':5}").strategy())
                .isEqualTo(new Strategy.Skipped());
        assertThat(analysis("").strategy()).isNotEqualTo(new Strategy.Skipped());
    }

    @Test
    void suspended_wins_over_everything() {
        assertThat(read("'suspend':true,'skipAnalysis':true,'provider':7").strategy())
                .isEqualTo(new Strategy.Suspended());
    }

    @Test
    void iterations_mean_blue_green_and_without_routes_there_are_ten() {
        assertThat(analysis("'iterations':3").strategy()).isEqualTo(new Strategy.BlueGreen(3, 100));
        assertThat(read("'provider':'kubernetes','analysis':{'match':[{}]}").strategy())
                .isEqualTo(new Strategy.BlueGreen(10, 0));
        assertThat(read("'provider':'kubernetes','analysis':{'iterations':2}").strategy())
                .isEqualTo(new Strategy.BlueGreen(2, 0));
    }

    @Test
    void a_b_testing_is_not_promoted_by_us() {
        assertThat(unsupported(analysis("'iterations':3,'match':[{'headers':{}}]")))
                .startsWith("UNSUPPORTED: A/B testing");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "confirm-rollout",
                "pre-rollout",
                "rollout",
                "confirm-traffic-increase",
                "confirm-promotion",
                "rollback",
                ""
            })
    void a_webhook_that_may_say_no_holds(String type) {
        assertThat(
                        unsupported(
                                analysis(
                                        "'stepWeight':5,'webhooks':[{'name':'gate','type':'%s'}]"
                                                .formatted(type))))
                .startsWith("UNSUPPORTED: webhook gate of type ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"event", "post-rollout"})
    void a_webhook_that_only_tells_does_not_hold(String type) {
        var spec = analysis("'stepWeight':5,'webhooks':[{'name':'n','type':'%s'}]".formatted(type));

        assertThat(spec.strategy()).isInstanceOf(Strategy.Progressive.class);
        assertThat(spec.remarks()).containsExactly("analysis.webhooks are not called");
    }

    @Test
    void a_range_wins_over_a_single_threshold_which_means_what_the_metric_needs() {
        assertThat(range("'name':'request-success-rate','threshold':99"))
                .isEqualTo(new Range(99.0, null));
        assertThat(range("'name':'request-duration','threshold':500"))
                .isEqualTo(new Range(null, 500.0));
        assertThat(range("'name':'request-duration','threshold':5,'thresholdRange':{'max':9}"))
                .isEqualTo(new Range(null, 9.0));
        assertThat(range("'name':'request-duration'").limitsNothing()).isTrue();
    }

    @Test
    void a_template_or_a_query_is_nobodys_metric_whatever_its_name() {
        assertThat(metric("'name':'request-success-rate','templateRef':{'name':'t'}"))
                .isEqualTo(new Metric.Unprovided());
        assertThat(metric("'name':'request-success-rate','query':'sum(x)'"))
                .isEqualTo(new Metric.Unprovided());
        assertThat(metric("'name':'my-metric'")).isEqualTo(new Metric.Unprovided());
        assertThat(metric("'name':'request-success-rate'")).isEqualTo(new Metric.SuccessRate());
    }

    @Test
    void a_metrics_interval_is_a_minute_unless_declared() {
        var spec = analysis("'metrics':[{'name':'request-duration'},{'name':'x','interval':'2m'}]");

        assertThat(spec.metrics().getFirst().interval()).isEqualTo(Duration.ofMinutes(1));
        assertThat(spec.longestInterval()).isEqualTo(Duration.ofMinutes(2));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'stepWeight':'30'",
                "'stepWeight':1.5",
                "'stepWeights':[10,'x']",
                "'metrics':{}",
                "'metrics':[{'thresholdRange':{'min':99}}]",
                "'metrics':[{'name':'a','interval':'soon'}]",
                "'metrics':[{'name':'a','interval':'61m'}]",
                "'metrics':[{'name':'a','thresholdRange':{'min':'99'}}]",
                "'metrics':[{'name':'a','thresholdRange':99}]"
            })
    void what_cannot_be_read_holds_and_says_which_field(String fields) {
        var reason = unsupported(analysis(fields));

        assertThat(reason).startsWith("UNREADABLE: Canary shop/checkout: spec.analysis.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"unreadable", "[]", "{\"spec\":{\"analysis\":{\"stepWeight\":5}}}"})
    void nonsense_holds_the_workload_of_the_same_name(String json) {
        var declared = CanaryDocument.read("shop", "checkout", json);

        assertThat(declared.rollout()).isEqualTo("shop/checkout");
        assertThat(unsupported(declared.spec())).startsWith("UNREADABLE: ");
    }

    private static String unsupported(CanarySpec spec) {
        return spec.strategy() instanceof Strategy.Unsupported(var reason) ? reason : "supported";
    }

    private static Range range(String metric) {
        return analysis("'metrics':[{" + metric + "}]").metrics().getFirst().range();
    }

    private static Metric metric(String metric) {
        return analysis("'metrics':[{" + metric + "}]").metrics().getFirst().metric();
    }

    private static CanarySpec analysis(String fields) {
        return read("'analysis':{" + fields + "}");
    }

    private static CanarySpec read(String fields) {
        return CanaryDocument.read("shop", "checkout", spec(fields)).spec();
    }

    private static String spec(String fields) {
        return "{'spec':{'targetRef':{'name':'checkout'},%s}}".formatted(fields).replace('\'', '"');
    }
}
