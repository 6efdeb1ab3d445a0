/**
 * What notifier hears and says on Kafka.
 *
 * <p>Before the first event is looked at, two things are read: the declared routes, from their
 * first record to their last, and what was settled before, from {@code notices}. An event leads to
 * notices, and is acknowledged when each of them is settled and {@code notices} has it; the events
 * after it do not wait for that.
 *
 * <p>Events from before the service began are not told: on its first start nothing older than an
 * hour, later nothing older than a day. So neither a first start nor a replay floods anybody, and
 * an outage of some hours loses nothing.
 */
@NullMarked
package io.dabbawala.notifier.kafka;

import org.jspecify.annotations.NullMarked;
