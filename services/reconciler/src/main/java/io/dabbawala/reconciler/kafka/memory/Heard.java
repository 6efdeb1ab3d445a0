package io.dabbawala.reconciler.kafka.memory;

import io.dabbawala.platform.Envelope;

/** What an event said, and its envelope. */
public record Heard<T>(T value, Envelope envelope) {}
