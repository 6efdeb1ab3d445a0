/**
 * What webhooks say: one class for each kind of sender, with how it proves itself and what its
 * events mean.
 *
 * <p>Order matters. A sender is proved over the raw bytes first; only then are they read as JSON.
 * What an event says is never believed: it names a repository and a ref to look at. A body that is
 * not shaped as its sender shapes it is refused and never an exception; what is not there, or is of
 * another type, is the empty text.
 *
 * <p>Commit ids of nothing but zeros, which all senders write for "none", do not leave this
 * package.
 */
@NullMarked
package io.dabbawala.gitwatcher.sender;

import org.jspecify.annotations.NullMarked;
