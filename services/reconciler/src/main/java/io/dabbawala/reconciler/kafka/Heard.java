package io.dabbawala.reconciler.kafka;

import io.dabbawala.platform.Envelope;

/** What an event said, and its envelope. */
record Heard<T>(T value, Envelope envelope) {}
