/**
 * Decides what to say after a repository moved. The delivery folder's objects become declarations;
 * every application whose source tree or declaration changed is rendered; if its manifests, its
 * destination or its policy differ from what was said last, it is desired anew with the next
 * generation.
 *
 * <p>An ApplicationSet among the declarations generates applications, which are declared like any
 * other; a set that cannot be generated keeps what it had, and too many that would go are held.
 *
 * <p>Whether a source changed is asked of tree ids, never of file lists. Nothing is said twice: all
 * answers are compared with the {@link io.dabbawala.gitwatcher.declare.ledger.Ledger} of what was
 * said. A source that cannot be rendered keeps its last good state and gets a problem.
 *
 * <p>A rollback is a new generation that declares an old revision. What it took back is held back:
 * the same manifests are not desired again by a later commit, a restart or a lost mirror.
 */
@NullMarked
package io.dabbawala.gitwatcher.declare;

import org.jspecify.annotations.NullMarked;
