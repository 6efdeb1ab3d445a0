/**
 * What the verbs of the API do to an object, and how they refuse.
 *
 * <p>Every write takes the same way: decoded, merged, filled in, given its identity, validated,
 * owned, admitted, stored. A write that changes nothing is none.
 */
@NullMarked
package io.dabbawala.testkit.twin.api;

import org.jspecify.annotations.NullMarked;
