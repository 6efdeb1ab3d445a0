package io.dabbawala.rolloutanalyzer.kafka;

import io.dabbawala.events.BurnRate;
import io.dabbawala.events.ErrorBudgetMeasured;
import io.dabbawala.rolloutanalyzer.slo.Budget;
import java.time.Instant;

/** Our words as {@code budgets}. */
final class BudgetMessages {

    static ErrorBudgetMeasured write(Budget budget, Instant now) {
        var objective = budget.objective();
        return ErrorBudgetMeasured.newBuilder()
                .setSlo(objective.slo())
                .setService(objective.service())
                .setObjective(objective.target())
                .setPeriod(objective.period())
                .setBurnRates(
                        budget.burns().stream()
                                .map(it -> new BurnRate(it.window(), it.rate(), it.samples()))
                                .toList())
                .setBudgetLeft(budget.left())
                .setGood(budget.period().good())
                .setTotal(budget.period().total())
                .setMeasuredAt(now)
                .build();
    }

    private BudgetMessages() {}
}
