package io.dabbawala.console.event;

/** How much of an error budget is left, as a share of 1; negative when overspent. */
public record Budget(
        Header header, String slo, double objective, double budgetLeft, String burnRates)
        implements Event {

    @Override
    public String application() {
        return "";
    }

    @Override
    public String summary() {
        return "error budget of %s: %s %% left of objective %s %%%s"
                .formatted(
                        slo,
                        Sentence.number(budgetLeft * 100),
                        Sentence.number(objective * 100),
                        burnRates.isEmpty() ? "" : ", burn rate " + burnRates);
    }
}
