/**
 * Watches Git and says what every application should be. It alone holds Git credentials and renders
 * manifests.
 *
 * <p>A hint (a webhook's, or a poll that saw a ref move) makes it look at one repository: every ref
 * that moved becomes an event, what the delivery folder declares is published, and every
 * application whose source tree changed is rendered and desired anew. Only when all of that is
 * acknowledged are the refs recorded; whatever interrupts a look, the next one says the same things
 * under the same ids.
 *
 * <p>A file nobody can read never stops anything else: its application keeps the last good state
 * and says what is wrong and where.
 */
@NullMarked
package io.dabbawala.gitwatcher;

import org.jspecify.annotations.NullMarked;
