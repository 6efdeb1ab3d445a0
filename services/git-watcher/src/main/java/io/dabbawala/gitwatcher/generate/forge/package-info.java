/**
 * What forges say of repositories and of pull requests, as far as generators ask, and which of it a
 * set wants. Asking is somebody else's: here are the answers.
 */
@NullMarked
package io.dabbawala.gitwatcher.generate.forge;

import org.jspecify.annotations.NullMarked;
