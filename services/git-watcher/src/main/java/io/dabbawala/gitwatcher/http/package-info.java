/**
 * What senders of webhooks meet. It takes the bytes as they came and answers 202 only after Kafka
 * has the hint; while it cannot have it, or a sender comes too often, he is told when to come
 * again, as is whoever comes while too many others are being served. What a webhook means is
 * decided in {@code sender} and {@code webhook}.
 */
@NullMarked
package io.dabbawala.gitwatcher.http;

import org.jspecify.annotations.NullMarked;
