/**
 * Every object in one order of versions, and a bounded history of what happened.
 *
 * <p>One lock guards all of it: a verb of the API is one step for everybody who looks.
 */
@NullMarked
package io.dabbawala.testkit.twin.store;

import org.jspecify.annotations.NullMarked;
