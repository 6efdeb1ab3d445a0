/**
 * Topics to our own events, and commands to their topic.
 *
 * <p>One consumer reads all topics one record at a time. A record nobody can read is kept as a dead
 * letter and passed over; while database or registry are away the same record is tried again, so
 * the order of a partition holds. Only what the console shows is taken over from a message.
 */
@NullMarked
package io.dabbawala.console.kafka;

import org.jspecify.annotations.NullMarked;
