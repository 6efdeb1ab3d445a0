/**
 * Go's {@code text/template} as ApplicationSets use it: the same syntax, the same values, the same
 * words when something is wrong (Go standard library, packages text/template and fmt).
 *
 * <p>A template is text that a {@link io.dabbawala.gitwatcher.template.syntax.Lexer} cuts into
 * tokens, a {@link io.dabbawala.gitwatcher.template.syntax.Parser} makes a tree of, and an {@link
 * io.dabbawala.gitwatcher.template.Execution} writes out. What Go calls int is an Integer here,
 * int64 a Long, float64 a Double, a map a Map, a slice a List, nil is null.
 *
 * <p>Every run has a {@link io.dabbawala.gitwatcher.template.function.Budget}: steps, depth and
 * characters are counted, so that no template takes more than it is given.
 */
@NullMarked
package io.dabbawala.gitwatcher.template;

import org.jspecify.annotations.NullMarked;
