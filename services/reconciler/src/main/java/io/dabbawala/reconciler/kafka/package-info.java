/**
 * What the reconciler hears and says on Kafka. Desired states are a table that is read from its
 * beginning at every start; verdicts are heard once. Everything that is said has an id derived from
 * what it follows from, so saying it again after a crash is the same event.
 *
 * <p>Instances share the applications: the one that is given an application's verdicts speaks and
 * acts for it, and goes on from what the topics say was done. The others only look.
 */
@NullMarked
package io.dabbawala.reconciler.kafka;

import org.jspecify.annotations.NullMarked;
