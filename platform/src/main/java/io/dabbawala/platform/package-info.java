/**
 * What every service must do identically, and nothing else: the headers beside an event, the bytes
 * of an event, and what happens to a record nobody can read.
 *
 * <p>Consumers take raw bytes and ask the {@link io.dabbawala.platform.Inbox}. It answers with the
 * event, with the fact that its key was removed, or, when the bytes mean nothing, it keeps them as
 * a dead letter and the stream goes on. A registry that does not answer is not the record's fault:
 * that is an exception, and the record is read again.
 *
 * <p>Events leave through the {@link io.dabbawala.platform.Outbox}. Their ids are derived from what
 * caused them, so an event that is sent again after a crash is the same event.
 */
@NullMarked
package io.dabbawala.platform;

import org.jspecify.annotations.NullMarked;
