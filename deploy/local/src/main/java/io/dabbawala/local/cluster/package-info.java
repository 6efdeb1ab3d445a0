/**
 * The cluster the local platform delivers to: the one of a kubeconfig, a real control plane built
 * from its published sources, or the in-memory twin. All three speak the Kubernetes API, so nothing
 * that follows knows which it is.
 */
@NullMarked
package io.dabbawala.local.cluster;

import org.jspecify.annotations.NullMarked;
