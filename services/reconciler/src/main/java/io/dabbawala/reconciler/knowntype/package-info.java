/**
 * Fields of custom resources that hold types of Kubernetes, as {@code knownTypeFields} of Argo CD's
 * {@code argocd-cm} declare them.
 *
 * <p>Such a field is compared as a controller written in Go would write it again after reading it:
 * what is left out when it is empty is gone, what is always written is there, amounts and durations
 * have one spelling, and what the type does not know is dropped. A value that is not of its type
 * stays as it is. Nothing gets a default: the API server gives none to a custom resource (Argo CD
 * util/argo/normalizers/knowntypes_normalizer.go).
 *
 * <p>The structs are those of k8s.io/api/core/v1 and what they hold, Kubernetes 1.36.
 */
@NullMarked
package io.dabbawala.reconciler.knowntype;

import org.jspecify.annotations.NullMarked;
