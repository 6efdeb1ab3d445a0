/**
 * What was going on before: topics are read without a group from their beginning or their end, each
 * time anew, so that an instance goes on from what was said, by whichever instance.
 */
@NullMarked
package io.dabbawala.reconciler.kafka.memory;

import org.jspecify.annotations.NullMarked;
