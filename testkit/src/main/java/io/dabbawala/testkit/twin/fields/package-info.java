/**
 * Who owns which field: sets of fields as FieldsV1 writes them down, merging by shape, conflicts.
 *
 * <p>Applying: merge, remove what is no longer applied and nobody else owns, compare; what differs
 * and somebody else owns is a conflict, or taken over by force. Other writes take over silently.
 */
@NullMarked
package io.dabbawala.testkit.twin.fields;

import org.jspecify.annotations.NullMarked;
