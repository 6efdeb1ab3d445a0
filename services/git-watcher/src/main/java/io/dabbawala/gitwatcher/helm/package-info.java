/**
 * Helm as a native library, in a process of its own: the main class here is started as a child and
 * takes the arguments of {@code helm template}.
 */
@NullMarked
package io.dabbawala.gitwatcher.helm;

import org.jspecify.annotations.NullMarked;
