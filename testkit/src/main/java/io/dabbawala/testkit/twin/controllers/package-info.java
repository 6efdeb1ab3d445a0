/**
 * The controllers, the scheduler and the nodes of the twin, with the pod conventions of the
 * simulated nodes in {@code deploy/local/control-plane/stages.yaml}.
 *
 * <p>One thread looks at what changed and brings it one step further; each step is a write that
 * brings the thread back. Timestamps know seconds, so what waits for milliseconds is remembered
 * here.
 */
@NullMarked
package io.dabbawala.testkit.twin.controllers;

import org.jspecify.annotations.NullMarked;
