/**
 * What we claim about speed, measured on whatever machine this runs on.
 *
 * <p>An observer that is not part of the product watches the API server and notes when every object
 * first shows a new value; nobody's own logs count. Requests are counted by the API server. Beside
 * the product runs a floor client, which does nothing but send the fewest writes that could do: the
 * ratio to it travels between machines, milliseconds do not.
 */
@NullMarked
package io.dabbawala.bench;

import org.jspecify.annotations.NullMarked;
