/**
 * What somebody asked for when an application is synced: all of it or some objects, with pruning or
 * without, with which options. The words are those of Argo CD's {@code operation.sync}
 * (pkg/apis/application/v1alpha1/types.go) and of its sync options
 * (docs/user-guide/sync-options.md).
 */
@NullMarked
package io.dabbawala.reconciler.operation;

import org.jspecify.annotations.NullMarked;
