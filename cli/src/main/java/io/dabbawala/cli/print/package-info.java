/**
 * Text for people: tables, colours, ages.
 *
 * <p>Colour never says what the words do not. The same lines come out without colour and without
 * cutting when nobody is looking, one row a line, so that they can be searched and counted.
 */
@NullMarked
package io.dabbawala.cli.print;

import org.jspecify.annotations.NullMarked;
