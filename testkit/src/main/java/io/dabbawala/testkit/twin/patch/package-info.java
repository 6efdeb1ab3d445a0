/**
 * The ways to say a change without the whole object: merge patch, JSON patch, strategic merge
 * patch.
 */
@NullMarked
package io.dabbawala.testkit.twin.patch;

import org.jspecify.annotations.NullMarked;
