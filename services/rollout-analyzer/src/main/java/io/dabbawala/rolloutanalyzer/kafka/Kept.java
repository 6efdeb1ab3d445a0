package io.dabbawala.rolloutanalyzer.kafka;

import io.dabbawala.platform.Envelope;
import io.dabbawala.rolloutanalyzer.canary.Rollout;
import java.time.Instant;

/**
 * A rollout as the store keeps it, with the envelope of the last report on it and the time of the
 * last command for it.
 */
record Kept(Envelope envelope, Rollout rollout, Instant commandedAt) {

    Kept with(Rollout next) {
        return new Kept(envelope, next, commandedAt);
    }

    Kept commanded(Instant at) {
        return new Kept(envelope, rollout, at);
    }

    String name() {
        return rollout.progress().subject().rollout();
    }

    /** For an event this attempt leads to; {@code step} names it within the attempt. */
    Envelope causes(String event, String subject, String step, Instant now) {
        var template = rollout.progress().subject().template();
        return envelope.causes(
                StreamOutbox.SERVICE, event, subject, name() + "|" + template + "|" + step, now);
    }
}
