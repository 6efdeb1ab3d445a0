/**
 * What a person is told when something that had to happen did not: what was expected, and what was
 * seen instead. Whoever prints it adds where the logs are.
 */
@NullMarked
package io.dabbawala.local.step;

import org.jspecify.annotations.NullMarked;
