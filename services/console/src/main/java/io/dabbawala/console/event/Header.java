package io.dabbawala.console.event;

import java.time.Instant;

/** The envelope of an event, and the topic it was read from. Delivery and cause may be empty. */
public record Header(
        String id,
        String type,
        String topic,
        String source,
        String subject,
        Instant time,
        String delivery,
        String cause) {}
