/**
 * Promises to users, across the packaged services, with a real broker and a real registry. Three
 * actors and nothing else: a developer pushes, the cluster changes by itself, the platform settles.
 * What happened is read from the topics and from the cluster, never from a service's classes.
 */
@NullMarked
package io.dabbawala.e2e;

import org.jspecify.annotations.NullMarked;
