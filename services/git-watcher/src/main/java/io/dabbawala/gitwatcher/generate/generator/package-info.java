/**
 * Each generator of an ApplicationSet yields parameter sets: of a list, of clusters, of files and
 * folders in Git, of forges, and of two generators crossed or merged, to any depth.
 *
 * <p>A new one is a class here and one line in {@link
 * io.dabbawala.gitwatcher.generate.generator.Generators}. What it looks at it asks of the {@link
 * io.dabbawala.gitwatcher.generate.generator.Outlook}.
 */
@NullMarked
package io.dabbawala.gitwatcher.generate.generator;

import org.jspecify.annotations.NullMarked;
