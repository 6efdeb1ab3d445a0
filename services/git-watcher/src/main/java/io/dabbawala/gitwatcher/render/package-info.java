/**
 * Turns files of a Git tree into manifests, exactly once: from here on there is only canonical
 * JSON, and everything that is judged, hashed and applied is those bytes.
 *
 * <p>YAML is read the way kubectl reads it (the scalar rules of Go's yaml.v2), with fences around
 * what hostile files do: depth, aliases, length of numbers, sizes, duplicate keys. Files are chosen
 * like Argo CD's {@code spec.source.directory} does. Symlinks and submodules are refused and
 * nothing outside of the tree is ever looked at.
 *
 * <p>A file that cannot be read is a {@link io.dabbawala.gitwatcher.render.Problem} with file, line
 * and column, which ends in {@link io.dabbawala.gitwatcher.render.Rendering.Failed}.
 */
@NullMarked
package io.dabbawala.gitwatcher.render;

import org.jspecify.annotations.NullMarked;
