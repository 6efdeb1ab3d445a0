/**
 * What the services on Kafka Streams do identically: they read a record, they wait when it cannot
 * be read now, they go on after a failure, and they say when they are ready.
 *
 * <p>Nothing here is a bean: the platform names Kafka Streams as optional, and a service without it
 * must not find a class it cannot load. The wiring of a service that has it makes what it needs.
 */
@NullMarked
package io.dabbawala.platform.streams;

import org.jspecify.annotations.NullMarked;
