/**
 * The whole platform on one machine: a broker, a registry, a cluster and the six services, each a
 * process of its own on loopback, as they are packaged for production.
 *
 * <p>Order: broker, registry and cluster at once; then topics and schemas from the catalogue; then
 * the services. What was started is stopped in the opposite order, also when the platform is
 * interrupted or fails to start, and every program's log stays in the state directory.
 */
@NullMarked
package io.dabbawala.local;

import org.jspecify.annotations.NullMarked;
