/**
 * Who owns which field of an object, by its managedFields: who changed one, what was applied by us,
 * and what becomes ours when an object comes from another deliverer.
 */
@NullMarked
package io.dabbawala.reconciler.ownership;

import org.jspecify.annotations.NullMarked;
