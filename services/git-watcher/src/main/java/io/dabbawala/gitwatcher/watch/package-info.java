/**
 * Knows when a repository moved. The refs its host has are compared with the refs recorded here;
 * every difference is one move, however often it is looked at and whoever gave the hint.
 *
 * <p>A hint decides nothing: it names a repository that is configured, and nothing else in it is
 * believed or fetched. Polling asks for the same refs, so that a lost webhook costs latency and no
 * commit.
 */
@NullMarked
package io.dabbawala.gitwatcher.watch;

import org.jspecify.annotations.NullMarked;
