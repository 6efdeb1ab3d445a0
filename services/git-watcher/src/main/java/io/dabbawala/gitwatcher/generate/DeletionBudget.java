package io.dabbawala.gitwatcher.generate;

import static java.util.stream.Collectors.joining;

import java.util.List;

/**
 * How many of its applications an ApplicationSet may lose in one change: more than a number, or
 * more than a share of those there are, is held until somebody allows it. One alone may always go.
 *
 * @param percent of the applications there are
 */
public record DeletionBudget(int applications, int percent) {

    public static final DeletionBudget DEFAULT = new DeletionBudget(10, 50);

    /** Overrides the configured budget: a number, a share, or both: {@code 5}, {@code 20%}. */
    public static final String BUDGET = "dabbawala.io/deletion-budget";

    /** Allows deletions up to this number, whatever the budget says. */
    public static final String ALLOWED = "dabbawala.io/allow-deletions";

    private static final int SHOWN = 10;

    /** What an ApplicationSet says of its own budget; what it does not say is as here. */
    public DeletionBudget of(ApplicationSet set) {
        var budget = this;
        for (var part : set.annotation(BUDGET).split(",")) {
            var number = part.strip();
            if (number.matches("[0-9]{1,6}%")) {
                var share = Integer.parseInt(number.substring(0, number.length() - 1));
                budget = new DeletionBudget(budget.applications, share);
            } else if (number.matches("[0-9]{1,6}")) {
                budget = new DeletionBudget(Integer.parseInt(number), budget.percent);
            }
        }
        return budget;
    }

    /** Whether so many of those there are have to wait. */
    public boolean holds(int gone, int present, ApplicationSet set) {
        var allowed = set.annotation(ALLOWED).strip();
        if (allowed.matches("[0-9]{1,6}") && gone <= Integer.parseInt(allowed)) {
            return false;
        }
        return gone > applications || gone > 1 && gone * 100L > (long) present * percent;
    }

    /** What would go, why it does not, and how to let it. */
    public String preview(List<String> gone, int present) {
        var names = gone.stream().limit(SHOWN).collect(joining(", "));
        var more = gone.size() > SHOWN ? " and %d more".formatted(gone.size() - SHOWN) : "";
        return "%d of %d applications would be removed (%s%s), more than %d or %d %%: allow it with the annotation %s: \"%d\""
                .formatted(
                        gone.size(),
                        present,
                        names,
                        more,
                        applications,
                        percent,
                        ALLOWED,
                        gone.size());
    }
}
