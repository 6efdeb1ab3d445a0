/**
 * When a sync that failed is tried again: {@code spec.syncPolicy.retry} as Argo CD reads it
 * (pkg/apis/application/v1alpha1/types.go, {@code RetryStrategy}).
 */
@NullMarked
package io.dabbawala.reconciler.retry;

import org.jspecify.annotations.NullMarked;
