/**
 * The {@code dabba} command.
 *
 * <p>A command reads its arguments, asks (the console's API, or what runs on this machine) and
 * shows the answer; it decides nothing that a service decides. What people read goes to standard
 * output, everything about it (progress, hints, errors) to standard error, so that a pipeline gets
 * the answer alone. Every end has the exit code that {@code ExitCode} lists.
 */
@NullMarked
package io.dabbawala.cli;

import org.jspecify.annotations.NullMarked;
