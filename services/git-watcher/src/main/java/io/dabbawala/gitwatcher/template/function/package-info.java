/**
 * The functions a template can call: Go's own, with the words and the errors of Go, and whatever
 * else is registered. Each call is paid from a budget, so that a template ends.
 */
@NullMarked
package io.dabbawala.gitwatcher.template.function;

import org.jspecify.annotations.NullMarked;
