/**
 * What happened, one record per kind of event, with what a reader of the console needs of it and no
 * more: no manifest, no attestation, no value of a Secret.
 *
 * <p>Every event says itself as one sentence an operator can read. Revisions are cut to seven
 * characters, times are UTC, reasons keep their code where they leave as JSON and lose it in
 * sentences. {@link io.dabbawala.console.event.Event#later} is the order in which events of one
 * kind replace each other: generation first, then time, then id, so that it does not matter in
 * which order they arrive.
 */
@NullMarked
package io.dabbawala.console.event;

import org.jspecify.annotations.NullMarked;
