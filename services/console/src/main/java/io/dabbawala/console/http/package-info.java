/**
 * What people and the command line see: JSON over HTTP and a stream of server-sent events.
 *
 * <p>The shapes are records of this package, made from views and entries; nothing is decided here.
 * Every error is a problem detail (RFC 9457) that names the object and the way out. A stream's
 * event id is the cursor of the log: whoever comes back with the last one misses nothing.
 */
@NullMarked
package io.dabbawala.console.http;

import org.jspecify.annotations.NullMarked;
