package io.dabbawala.console.http;

import io.dabbawala.console.timeline.Entry;
import java.time.Instant;

/** One line of the timeline. */
public record EventJson(
        String id,
        String type,
        String topic,
        String source,
        String subject,
        String application,
        String delivery,
        Instant time,
        String cause,
        String summary,
        long cursor) {

    static EventJson of(Entry entry) {
        var header = entry.header();
        return new EventJson(
                header.id(),
                header.type(),
                header.topic(),
                header.source(),
                header.subject(),
                entry.application(),
                header.delivery(),
                header.time(),
                header.cause(),
                entry.summary(),
                entry.cursor());
    }
}
