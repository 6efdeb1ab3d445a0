/**
 * The story the platform tells about itself. Only the pushes and one edit by hand are scripted;
 * everything else is what the services did with them, read from the console and from the cluster. A
 * step that does not happen in its time ends the story with what was expected, what was seen, and
 * where the logs are.
 */
@NullMarked
package io.dabbawala.local.demo;

import org.jspecify.annotations.NullMarked;
