package io.dabbawala.rolloutanalyzer.declared;

import static org.assertj.core.api.Assertions.assertThat;

import io.dabbawala.rolloutanalyzer.slo.Objective;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SloDocumentTest {

    private static final String SOURCE =
            "{'metricSource':{'type':'dabbawala','spec':"
                    + "{'rollout':'shop/checkout','metric':'http-requests'}}}";
    private static final String SLO =
            ("{'metadata':{'name':'availability'},'spec':{'service':'checkout',"
                            + "'indicator':{'spec':{'ratioMetric':{'good':SOURCE,'total':SOURCE}}},"
                            + "'timeWindow':[{'duration':'30d','isRolling':true}],"
                            + "'budgetingMethod':'Occurrences','objectives':[{'target':0.999}]}}")
                    .replace("SOURCE", SOURCE);

    @Test
    void an_slo_counted_from_our_samples_is_an_objective() {
        assertThat(read(SLO).objectives())
                .containsExactly(
                        new Objective(
                                "shop/availability",
                                "checkout",
                                0.999,
                                "30d",
                                "shop/checkout",
                                "http-requests"));
    }

    @Test
    void a_target_may_be_in_per_cent_and_more_objectives_are_numbered() {
        var objectives =
                read(SLO.replace("{'target':0.999}", "{'targetPercent':99.5},{'target':0.9}"))
                        .objectives();

        assertThat(objectives)
                .extracting(Objective::slo)
                .containsExactly("shop/availability", "shop/availability/2");
        assertThat(objectives).extracting(Objective::target).containsExactly(0.995, 0.9);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'target':0.999|'target':1|spec.objectives[0].target is not in [0,1)",
                "'target':0.999|'x':1|spec.objectives[0].target is not in [0,1)",
                "30d|30 days|spec.timeWindow is not one window with a duration like 30d",
                "'isRolling':true|'calendar':{}|spec.timeWindow is a calendar's; only rolling windows are measured",
                "Occurrences|Timeslices|spec.budgetingMethod is not Occurrences",
                "dabbawala|prometheus|spec.indicator has no ratioMetric of metric source dabbawala",
                "'good'|'better'|none",
                "ratioMetric|thresholdMetric|spec.indicator has no ratioMetric of metric source dabbawala",
                "'rollout':'shop/checkout',|``|spec.indicator names no rollout and metric"
            })
    void what_cannot_be_measured_says_why(String what, String instead, String problem) {
        var declared = read(SLO.replace(what, instead == null ? "" : instead));

        if (problem.equals("none")) {
            assertThat(declared.objectives()).hasSize(1);
        } else {
            assertThat(declared.objectives()).isEmpty();
            assertThat(declared.problems()).contains(problem);
        }
    }

    @Test
    void two_sources_that_differ_are_no_ratio() {
        var other = SOURCE.replace("http-requests", "http-errors");

        var declared = read(SLO.replace("'total':" + SOURCE, "'total':" + other));

        assertThat(declared.problems())
                .containsExactly("spec.indicator has two sources that differ");
    }

    @Test
    void nonsense_has_no_objective() {
        assertThat(SloDocument.read("shop", "availability", "unreadable").objectives()).isEmpty();
    }

    private static DeclaredObjectives read(String json) {
        return SloDocument.read("shop", "availability", json.replace('\'', '"'));
    }
}
