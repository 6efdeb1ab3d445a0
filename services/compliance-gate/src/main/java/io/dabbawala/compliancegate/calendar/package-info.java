/**
 * Sync windows of an AppProject: when its applications may be synced.
 *
 * <p>A window is active strictly after its start and strictly before its end. A window matches an
 * application over its lists of applications, namespaces and clusters: one of them, or with {@code
 * andOperator} each that is not empty. Without a matching window everything is allowed; an active
 * deny wins over everything; then an active allow allows; then an allow that is not active denies.
 * What is denied may still be done by a person where every window in the way says {@code
 * manualSync}, and finished where every one says {@code syncOverrun} and it was allowed to begin.
 *
 * <p>Schedules have the five fields of robfig/cron's standard parser, which Argo CD uses: Sunday is
 * 0 and not 7, {@code 5/15} begins at 5, days of the month and of the week are alternatives unless
 * one of them is a star. Times are those of the window's zone with its real rules: a start that the
 * clocks skip happens when they are back, one that comes twice happens twice. A zone nobody knows
 * is UTC. A window nobody can read, or that never comes, keeps everything closed until it is
 * mended.
 */
@NullMarked
package io.dabbawala.compliancegate.calendar;

import org.jspecify.annotations.NullMarked;
