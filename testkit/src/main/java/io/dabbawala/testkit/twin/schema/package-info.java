/**
 * Which kinds there are and how their values are shaped and merged.
 *
 * <p>Built-in kinds come from {@code built-in-kinds.json}, which is written from a real API
 * server's OpenAPI document; custom ones from their resource definitions, as they come and go.
 */
@NullMarked
package io.dabbawala.testkit.twin.schema;

import org.jspecify.annotations.NullMarked;
