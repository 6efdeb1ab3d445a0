/**
 * The functions of Sprig (Masterminds/sprig v3, functions.go) that need nothing but their
 * arguments, for the templates of {@link io.dabbawala.gitwatcher.template}. One class a topic, each
 * with the functions by name.
 *
 * <p>What reads the environment or the network does not exist; what asks the clock or draws random
 * numbers is known and refused: the same input must give the same text.
 */
@NullMarked
package io.dabbawala.gitwatcher.sprig;

import org.jspecify.annotations.NullMarked;
