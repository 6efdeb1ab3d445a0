/**
 * The workload: many small applications in one repository, of the shape that the published
 * benchmark of Flux uses (github.com/fluxcd/flux-benchmark): a ServiceAccount, a ConfigMap, a
 * Service and a Deployment each.
 */
@NullMarked
package io.dabbawala.bench.fleet;

import org.jspecify.annotations.NullMarked;
