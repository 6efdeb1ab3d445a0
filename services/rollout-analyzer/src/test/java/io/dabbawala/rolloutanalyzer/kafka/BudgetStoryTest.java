package io.dabbawala.rolloutanalyzer.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.dabbawala.events.ErrorBudgetMeasured;
import io.dabbawala.events.Topics;
import io.dabbawala.rolloutanalyzer.kafka.Story.Traffic;
import java.time.Duration;
import java.util.Optional;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BudgetStoryTest {

    private static final String SOURCE =
            """
            {"metricSource":{"type":"dabbawala","spec":{"rollout":"shop/checkout","metric":"http-requests"}}}
            """;
    private static final String SLO =
            """
            {"spec":{"service":"checkout","indicator":{"spec":{"ratioMetric":{"good":%s,"total":%s}}},
             "timeWindow":[{"duration":"30d","isRolling":true}],"budgetingMethod":"Occurrences",
             "objectives":[{"target":0.999}]}}
            """
                    .formatted(SOURCE, SOURCE);
    private static final Duration PERIOD = Duration.ofSeconds(10);

    private final Story story = Story.of(CanaryJson.STEPS);

    @AfterEach
    void end() {
        story.close();
    }

    @Test
    void a_budget_is_measured_over_five_minutes_an_hour_and_the_period() {
        declare(SLO);
        story.serves(Traffic.GOOD, Duration.ofSeconds(9));
        story.serves(Traffic.BAD, Duration.ofSeconds(1));

        var budget = story.wire.said(Topics.BUDGETS, ErrorBudgetMeasured.class).getFirst();

        assertThat(budget.getSlo()).isEqualTo("shop/availability");
        assertThat(budget.getTotal()).isEqualTo(300);
        assertThat(budget.getGood()).isEqualTo(294);
        assertThat(budget.getBurnRates())
                .allSatisfy(it -> assertThat(it.getRate()).isCloseTo(20, within(1e-6)))
                .extracting(it -> it.getWindow())
                .containsExactly("5m", "1h");
        assertThat(budget.getBudgetLeft()).isCloseTo(-19, within(1e-6));
    }

    @Test
    void a_budget_is_told_at_most_every_ten_seconds_and_only_when_it_changed() {
        declare(SLO);
        story.serves(Traffic.GOOD, Duration.ofSeconds(30));
        assertThat(story.wire.said(Topics.BUDGETS)).hasSize(3);

        story.serves(Traffic.NONE, PERIOD);
        story.wire.said(Topics.BUDGETS);
        story.serves(Traffic.NONE, Duration.ofMinutes(1));

        assertThat(story.wire.said(Topics.BUDGETS)).isEmpty();
    }

    @Test
    void without_samples_there_is_no_budget() {
        declare(SLO);

        story.serves(Traffic.NONE, Duration.ofMinutes(1));

        assertThat(story.wire.said(Topics.BUDGETS)).isEmpty();
    }

    @Test
    void an_objective_that_is_withdrawn_takes_its_budget_along() {
        declare(SLO);
        story.serves(Traffic.GOOD, PERIOD);
        story.wire.said(Topics.BUDGETS);
        story.wire.send(
                Topics.DECLARATIONS,
                "SLO/shop/availability",
                Optional.empty(),
                new RecordHeaders());

        story.serves(Traffic.GOOD, PERIOD);

        var said = story.wire.said(Topics.BUDGETS);
        assertThat(said).hasSize(1);
        assertThat(said.getFirst().key()).isEqualTo("shop/availability");
        assertThat(said.getFirst().value()).isNull();
    }

    @Test
    void an_objective_that_nobody_can_read_is_not_measured() {
        declare(SLO.replace("Occurrences", "Timeslices"));

        story.serves(Traffic.GOOD, PERIOD);

        assertThat(story.wire.said(Topics.BUDGETS)).isEmpty();
    }

    private void declare(String json) {
        story.declares("SLO", "shop", "availability", "openslo/v1", json);
    }
}
