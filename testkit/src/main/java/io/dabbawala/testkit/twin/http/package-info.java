/** Edge: HTTP on loopback. Paths, media types, statuses and streams; no rule about objects. */
@NullMarked
package io.dabbawala.testkit.twin.http;

import org.jspecify.annotations.NullMarked;
