package io.dabbawala.rolloutanalyzer.judge;

/** What a metric turned out to be. Only a value has a number. */
public sealed interface Classification {

    record Value(double value, long samples) implements Classification {}

    record NoData(String reason) implements Classification {}

    record Stale(String reason) implements Classification {}

    record TooFew(long samples, long minimum) implements Classification {}

    record ProviderError(String reason) implements Classification {}

    record Malformed(String reason) implements Classification {}
}
