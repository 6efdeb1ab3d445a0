/**
 * What the events add up to: the story of a delivery and where an application stands.
 *
 * <p>An {@link io.dabbawala.console.timeline.ApplicationView} keeps the last word of each kind of
 * event and derives everything else when asked, so events may arrive repeated and in any order
 * across topics and end in the same view. The view of a delivery is the same fold over the events
 * of that delivery alone.
 *
 * <p>A {@link io.dabbawala.console.timeline.Story} tells events in the order of time, but never an
 * effect before its cause, however the clocks of the services differ.
 */
@NullMarked
package io.dabbawala.console.timeline;

import org.jspecify.annotations.NullMarked;
