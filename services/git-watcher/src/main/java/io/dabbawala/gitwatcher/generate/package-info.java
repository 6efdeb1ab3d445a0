/**
 * What an ApplicationSet generates. Each of its generators yields parameter sets, each set fills
 * the template, each filled template is an Application (Argo CD, applicationset/generators,
 * applicationset/utils and docs/operator-manual/applicationset).
 *
 * <p>What a generator looks at is asked of the {@link
 * io.dabbawala.gitwatcher.generate.generator.Outlook}: clusters, git trees, pull requests. The same
 * answers give the same applications in the same order. A set that cannot be generated is {@link
 * io.dabbawala.gitwatcher.generate.Generated.Failed} as a whole, in Argo CD's words.
 */
@NullMarked
package io.dabbawala.gitwatcher.generate;

import org.jspecify.annotations.NullMarked;
