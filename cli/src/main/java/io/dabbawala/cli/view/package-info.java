/**
 * How the console's answers look: one class for each kind of answer.
 *
 * <p>Tables show what a person decides by; {@code -o json} shows the answer as it came, so that a
 * script never waits for a column. A field the console does not send yet is empty, not an error.
 */
@NullMarked
package io.dabbawala.cli.view;

import org.jspecify.annotations.NullMarked;
