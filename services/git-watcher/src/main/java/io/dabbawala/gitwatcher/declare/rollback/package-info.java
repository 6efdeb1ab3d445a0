/**
 * What follows from a delivery that shall come back: the earlier state is declared again, unless
 * something newer was, and where that is asked for Git is made to follow.
 */
@NullMarked
package io.dabbawala.gitwatcher.declare.rollback;

import org.jspecify.annotations.NullMarked;
