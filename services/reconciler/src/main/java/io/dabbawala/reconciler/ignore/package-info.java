/**
 * What an application does not want compared, removed from an object: by JSON pointer, by jq, or
 * because a manager is trusted with it; and kinds that are looked at in no application.
 *
 * <p>An expression comes from whoever declares the application: it gets a second, knows no
 * environment, and what could grow without bound is not carried out.
 */
@NullMarked
package io.dabbawala.reconciler.ignore;

import org.jspecify.annotations.NullMarked;
