/**
 * Parameters, and texts filled with them: the two ways of Argo CD's templates, their functions, and
 * what is read from parameter files and paths. What cannot be filled is {@link
 * io.dabbawala.gitwatcher.generate.parameter.CannotGenerate}, in Argo CD's words.
 */
@NullMarked
package io.dabbawala.gitwatcher.generate.parameter;

import org.jspecify.annotations.NullMarked;
