/**
 * The values of Go's templates: nil, numbers, texts, maps and objects with fields, and how Go
 * writes them down.
 */
@NullMarked
package io.dabbawala.gitwatcher.template.value;

import org.jspecify.annotations.NullMarked;
