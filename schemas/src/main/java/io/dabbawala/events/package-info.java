/**
 * The contract between the services: the events, generated from {@code src/main/avro}, and the
 * names of the topics they travel on. Nothing here decides anything; a service maps these classes
 * to its own types in its {@code kafka} package and nowhere else.
 */
package io.dabbawala.events;
