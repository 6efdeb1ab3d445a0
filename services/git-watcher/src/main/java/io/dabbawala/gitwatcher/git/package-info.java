/**
 * Repositories as bare mirrors on disk, by JGit.
 *
 * <p>There is never a work tree: blobs are read out of trees, so a symlink is a mode and no file.
 * Every object that is fetched is checked before it is kept. Nothing is ever thrown away, so that a
 * rollback finds its revision while the host is down. Up to where everything was said is itself a
 * set of refs, {@code refs/recorded/*}; a mirror that is lost is fetched again and everything is
 * compared with what was said.
 */
@NullMarked
package io.dabbawala.gitwatcher.git;

import org.jspecify.annotations.NullMarked;
