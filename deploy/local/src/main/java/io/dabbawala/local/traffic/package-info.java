/**
 * The customers of the demo. Requests arrive at a steady rate; the HTTPRoute in the cluster, as it
 * is at that moment, says which share of them meets the canary, and the image tag of each track
 * says how it behaves: {@code shop:1.2-errors20} fails one request in five, {@code
 * shop:1.3-slow300} takes 300 ms longer. What each pod saw in a second is one sample on the topic
 * the analyzer reads.
 */
@NullMarked
package io.dabbawala.local.traffic;

import org.jspecify.annotations.NullMarked;
