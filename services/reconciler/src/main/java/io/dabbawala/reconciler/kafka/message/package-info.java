/**
 * Events in the words of the schemas, and in ours. Nothing else here knows Avro classes; what an
 * event lacks is read as its schema's default.
 */
@NullMarked
package io.dabbawala.reconciler.kafka.message;

import org.jspecify.annotations.NullMarked;
