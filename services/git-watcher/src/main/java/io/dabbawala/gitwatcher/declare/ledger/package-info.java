/**
 * What was said and still holds, and what is about to be said. A draft writes into the ledger as it
 * goes, so that what is decided next knows of it; every announcement has the commit it follows
 * from.
 */
@NullMarked
package io.dabbawala.gitwatcher.declare.ledger;

import org.jspecify.annotations.NullMarked;
