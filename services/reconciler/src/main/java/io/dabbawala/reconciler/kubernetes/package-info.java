/**
 * The one adapter to a Kubernetes API server. What is read comes from memory: per kind in use one
 * list and one watch, kept as bytes, and only of objects that are tracked or were asked for; of all
 * others only that they exist. What was applied is in that memory before the call returns. Bytes
 * are sent as they are, with the content type of server-side apply (JSON is YAML).
 *
 * <p>The client retries 429, 5xx and broken connections itself; what is left of these is an
 * exception. A refusal is an outcome.
 */
@NullMarked
package io.dabbawala.reconciler.kubernetes;

import org.jspecify.annotations.NullMarked;
