/**
 * The read model in SQL, the same statements for H2 and PostgreSQL.
 *
 * <p>An event and what it changes are one transaction. Its id is the primary key, so a repeat
 * changes nothing. Every transaction that keeps an event first moves the one row of {@code
 * log_head} and so waits for the one before it: cursors are committed in order, and a reader that
 * goes on after the last cursor it saw misses nothing. With an H2 file every commit is written
 * before Kafka's offset moves on (WRITE_DELAY=0).
 */
@NullMarked
package io.dabbawala.console.sql;

import org.jspecify.annotations.NullMarked;
