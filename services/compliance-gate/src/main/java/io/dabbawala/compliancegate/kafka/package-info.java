/**
 * Moves the data past the gate.
 *
 * <pre>
 * sync-requests ──┐
 * desired-states ─┤
 * commands ───────┼─by application──▶ GateProcessor ──▶ gate-verdicts
 * rollbacks ──────┘                      ▲ every second by the wall clock
 * declarations ──▶ global store, read by GateProcessor
 * </pre>
 *
 * <p>All of an application comes together in one processor, in whatever order it arrives. Its
 * stores are in memory with a changelog: {@code dockets} holds what is asked, answered and ordered,
 * {@code desired-states} the manifests, both as JSON. Only this package sees Avro.
 */
@NullMarked
package io.dabbawala.compliancegate.kafka;

import org.jspecify.annotations.NullMarked;
