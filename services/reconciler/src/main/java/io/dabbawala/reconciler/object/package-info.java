/**
 * What is declared and what is there, as trees: a reference names an object, a manifest says what
 * it should be, a live object what it is, a field change where the two differ. Trees are maps,
 * lists and values as JSON has them, and are never changed.
 */
@NullMarked
package io.dabbawala.reconciler.object;

import org.jspecify.annotations.NullMarked;
