/**
 * What people may ask for, and what a wish must name before it becomes an event.
 *
 * <p>A wish that means what is running now is completed from where the application stands: the
 * delivery that is held, the digest that is desired, the revision before this one. So that what a
 * person saw is what is meant, an approval always leaves with the digest it approves. A wish that
 * cannot mean anything is refused with the way out. Whether a command is carried out is decided by
 * gate, analyzer and reconciler, not here.
 */
@NullMarked
package io.dabbawala.console.command;

import org.jspecify.annotations.NullMarked;
