/**
 * The commands that talk to the console, one class each, and the options they share.
 *
 * <p>A command turns its arguments into a request, hands the answer to a view, and returns the exit
 * code of what it reports. Each carries two examples; a test parses them.
 */
@NullMarked
package io.dabbawala.cli.command;

import org.jspecify.annotations.NullMarked;
