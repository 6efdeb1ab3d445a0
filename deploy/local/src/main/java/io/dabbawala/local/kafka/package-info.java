/**
 * Makes the broker and the registry what the contract says: topics from the catalogue, schemas with
 * their rule.
 */
@NullMarked
package io.dabbawala.local.kafka;

import org.jspecify.annotations.NullMarked;
