/**
 * Takes in webhooks, which the edge has cut to size: proof over the raw bytes, then what the event
 * says, then which configured repository it names. Whatever keeps a sender from being proved looks
 * the same.
 *
 * <p>A webhook can do one thing: say "look at this repository now" of a repository that is
 * configured and whose secret the sender knows. An address in it is compared with those that are
 * configured and never opened.
 */
@NullMarked
package io.dabbawala.gitwatcher.webhook;

import org.jspecify.annotations.NullMarked;
