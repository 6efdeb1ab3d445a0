/** What the product says on Kafka, heard from outside. */
@NullMarked
package io.dabbawala.bench.kafka;

import org.jspecify.annotations.NullMarked;
