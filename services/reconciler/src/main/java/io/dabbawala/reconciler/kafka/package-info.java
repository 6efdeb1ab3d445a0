/**
 * What the reconciler hears and says on Kafka. Desired states are a table that is read from its
 * beginning at every start; verdicts and commands are heard once. Everything that is said has an id
 * derived from what it follows from, so saying it again after a crash is the same event.
 */
@NullMarked
package io.dabbawala.reconciler.kafka;

import org.jspecify.annotations.NullMarked;
