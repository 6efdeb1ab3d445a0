/**
 * Completion in bash, zsh and fish.
 *
 * <p>The scripts are a few lines each and ask the command itself, which knows its options and asks
 * the console for the names of applications. A console that is away completes nothing and says
 * nothing.
 */
@NullMarked
package io.dabbawala.cli.shell;

import org.jspecify.annotations.NullMarked;
