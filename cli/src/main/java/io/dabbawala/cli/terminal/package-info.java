/**
 * What is around the command: the terminal or the pipe, the environment, the clock, the folders.
 *
 * <p>Whether somebody is looking is said by the script that starts the command, because asking the
 * JDK for it costs more than everything else the command does.
 */
@NullMarked
package io.dabbawala.cli.terminal;

import org.jspecify.annotations.NullMarked;
