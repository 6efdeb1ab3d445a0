/**
 * Speaks to people inside: what every application stands at, the story of every delivery, why an
 * application is as it is, and the commands people give.
 *
 * <p>It reads every topic but the raw samples and keeps two things in SQL: the events as sentences,
 * in the order they were read, and per application and per delivery the last word of each kind of
 * event. It writes one topic, {@code commands}. It decides nothing about a delivery: a command is a
 * wish that gate, analyzer and reconciler judge for themselves.
 */
@NullMarked
package io.dabbawala.console;

import org.jspecify.annotations.NullMarked;
