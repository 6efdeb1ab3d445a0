/**
 * What senders of webhooks meet. It takes the bytes as they came and answers 202 only after Kafka
 * has the hint; while it cannot have it, the sender is told to come again. What a webhook means is
 * decided in {@code watch}.
 */
@NullMarked
package io.dabbawala.gitwatcher.http;

import org.jspecify.annotations.NullMarked;
