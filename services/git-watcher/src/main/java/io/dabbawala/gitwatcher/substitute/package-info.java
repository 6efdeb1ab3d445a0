/**
 * Puts values in the place of <code>${variables}</code> in manifests, the way a Flux
 * Kustomization's {@code spec.postBuild} does (kustomize-controller, and the dialect of fluxcd/pkg
 * {@code envsubst}).
 *
 * <p>A manifest is written as YAML with only the quotes it needs, its text is expanded, and the
 * text is read again. So a quoted <code>"${port}"</code> becomes a number when {@code port} is one;
 * whoever wants text gives the quotes in a variable of their own. Lengths and positions count
 * bytes.
 */
@NullMarked
package io.dabbawala.gitwatcher.substitute;

import org.jspecify.annotations.NullMarked;
