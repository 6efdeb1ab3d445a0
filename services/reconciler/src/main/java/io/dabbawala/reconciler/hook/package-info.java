/**
 * Objects that belong to a moment of a sync, not to a state: what is a hook, when it runs, and when
 * it is deleted. The rules and words are those of Argo CD (gitops-engine, pkg/sync/hook), with its
 * reading of Helm's annotations; they are not counted in health and not compared. A Kustomization
 * has none.
 */
@NullMarked
package io.dabbawala.reconciler.hook;

import org.jspecify.annotations.NullMarked;
