/**
 * Repositories as bare mirrors on disk. A host is talked to by JGit, or by the {@code git} program
 * where a repository is configured so; both keep the same contract.
 *
 * <p>There is never a work tree: blobs are read out of trees, so a symlink is a mode and no file.
 * Every object that is fetched is checked before it is kept. Nothing is ever thrown away, so that a
 * rollback finds its revision while the host is down. Up to where everything was said is itself a
 * set of refs, {@code refs/recorded/*}; a mirror that is lost is fetched again and everything is
 * compared with what was said.
 *
 * <p>What lets us in comes from files, is read for every transfer, is sent to the configured host
 * alone, and is in no message. How long a transfer may take and how much it may bring is bounded.
 * JGit ends a transfer at the first object that is too large. The {@code git} program knows no such
 * limit, only one for the pack: an object is measured when its pack is there, and all that came
 * with one that is too large goes again.
 */
@NullMarked
package io.dabbawala.gitwatcher.git;

import org.jspecify.annotations.NullMarked;
