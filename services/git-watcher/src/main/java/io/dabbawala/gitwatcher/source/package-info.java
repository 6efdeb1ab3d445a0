/**
 * Says how the manifests of a source come about. A folder of manifests is read as it is; a Helm
 * chart and a Kustomize overlay need a program, and what that program gets is decided here: which
 * files, which values, which arguments. Nothing of this runs anything; {@link
 * io.dabbawala.gitwatcher.source.Programs} does.
 *
 * <p>Which tool a folder is for is chosen as Argo CD chooses (its util/app/discovery): what the
 * application names, else what lies in the folder. Parameters that lie in the folder ({@code
 * .argocd-source.yaml}) change what the application names. What a program may see is only what Git
 * holds: no symlink, no submodule, nothing outside of the repository, nothing that has to be
 * fetched.
 *
 * <p>{@link io.dabbawala.gitwatcher.source.Renderer#inputs} names the ids of all that a rendering
 * reads: as long as they are the same, nothing has to be rendered.
 */
@NullMarked
package io.dabbawala.gitwatcher.source;

import org.jspecify.annotations.NullMarked;
