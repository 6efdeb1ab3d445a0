package io.dabbawala.rolloutanalyzer.judge;

/** One metric as it was judged. */
public record Measurement(MetricCheck check, Classification classification) {

    public Answer answer() {
        return switch (classification) {
            case Classification.Value(var value, _) ->
                    check.range().contains(value) ? Answer.PASSED : Answer.FAILED;
            case Classification.TooFew _ -> Answer.UNDECIDED;
            case Classification.NoData _,
                    Classification.Stale _,
                    Classification.ProviderError _,
                    Classification.Malformed _ ->
                    Answer.FAILED;
        };
    }

    /** A code, and in words what was found. */
    public String reason() {
        return switch (classification) {
            case Classification.Value(var value, var samples) ->
                    answer() == Answer.PASSED
                            ? "PASSED: %s is %.2f".formatted(check.name(), value)
                            : "CHECK_FAILED: %s is %.2f, %s (%d requests in %ds)"
                                    .formatted(
                                            check.name(),
                                            value,
                                            check.range().refusing(value),
                                            samples,
                                            check.interval().toSeconds());
            case Classification.NoData(var why) -> "NO_DATA: " + named(why);
            case Classification.Stale(var why) -> "STALE: " + named(why);
            case Classification.TooFew(var samples, var minimum) ->
                    "TOO_FEW: "
                            + named(
                                    "%d of %d requests, %d missing"
                                            .formatted(samples, minimum, minimum - samples));
            case Classification.ProviderError(var why) -> "PROVIDER_ERROR: " + named(why);
            case Classification.Malformed(var why) -> "MALFORMED: " + named(why);
        };
    }

    private String named(String why) {
        return check.name() + ": " + why;
    }
}
