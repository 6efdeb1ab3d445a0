package io.dabbawala.notifier.kafka;

import io.dabbawala.platform.Envelope;
import java.util.List;

/** A declared route that cannot be read, or not all of it. */
record Misdeclared(String key, List<String> problems, Envelope envelope) {}
