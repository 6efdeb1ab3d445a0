/**
 * How a notice is brought to its recipient: tried, tried again after a growing pause while there is
 * hope, and settled as delivered or failed.
 *
 * <p>Each recipient has a lane of its own, in which one notice follows the other. A recipient that
 * is slow or away holds up nobody else, and a lane that is full refuses, so memory stays bounded.
 * The time a notice has runs from when it became due: when a recipient was away for long,
 * everything in its lane is tried once more and no longer.
 */
@NullMarked
package io.dabbawala.notifier.send;

import org.jspecify.annotations.NullMarked;
