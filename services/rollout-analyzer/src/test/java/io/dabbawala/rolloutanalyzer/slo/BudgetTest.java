package io.dabbawala.rolloutanalyzer.slo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.dabbawala.rolloutanalyzer.judge.Counts;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BudgetTest {

    private static final Objective THREE_NINES = objective(0.999, "30d");

    @Test
    void a_burn_rate_is_the_error_ratio_over_what_the_objective_allows() {
        var budget =
                Budget.measure(
                        THREE_NINES,
                        Map.of(
                                        Duration.ofMinutes(5), new Counts(1000, 20),
                                        Duration.ofHours(1), new Counts(10_000, 10),
                                        Duration.ofDays(30), new Counts(100_000, 50))
                                ::get);

        assertThat(budget.burns()).extracting(Burn::window).containsExactly("5m", "1h");
        assertThat(budget.burns().get(0).rate()).isCloseTo(20, within(1e-9));
        assertThat(budget.burns().get(1).rate()).isCloseTo(1, within(1e-9));
        assertThat(budget.left()).isCloseTo(0.5, within(1e-9));
        assertThat(budget.period().good()).isEqualTo(99_950);
    }

    @Test
    void a_budget_can_be_overspent() {
        var budget = Budget.measure(THREE_NINES, _ -> new Counts(1000, 3));

        assertThat(budget.left()).isCloseTo(-2, within(1e-9));
    }

    @Test
    void without_requests_nothing_is_spent() {
        var budget = Budget.measure(THREE_NINES, _ -> Counts.NONE);

        assertThat(budget.left()).isEqualTo(1);
        assertThat(budget.burns()).allSatisfy(it -> assertThat(it.rate()).isZero());
    }

    @Test
    void a_small_m_is_minutes_and_a_large_one_months() {
        assertThat(objective(0.9, "1m").length()).isEqualTo(Duration.ofMinutes(1));
        assertThat(objective(0.9, "1M").length()).isEqualTo(Duration.ofDays(30));
        assertThat(objective(0.9, "4w").length()).isEqualTo(Duration.ofDays(28));
        assertThat(Objective.isPeriod("30 d")).isFalse();
        assertThat(Objective.isPeriod("0d")).isFalse();
    }

    @Test
    void an_objective_of_everything_leaves_no_budget_to_measure() {
        assertThat(objective(0, "1d").target()).isZero();
        assertThatThrownBy(() -> objective(1, "1d")).hasMessageContaining("[0,1)");
        assertThatThrownBy(() -> objective(Double.NaN, "1d")).hasMessageContaining("[0,1)");
    }

    private static Objective objective(double target, String period) {
        return new Objective(
                "shop/availability", "checkout", target, period, "shop/checkout", "http-requests");
    }
}
