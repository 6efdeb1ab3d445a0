package io.dabbawala.platform;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.common.header.Headers;

/**
 * The headers beside an event: CloudEvents 1.0 in binary mode, the delivery and the cause it
 * belongs to, and the W3C trace context.
 */
public record Envelope(
        String id, String type, String source, String subject, Instant time, Trail trail) {

    private static final String TYPE_PREFIX = "io.dabbawala.";

    /**
     * For an event that nothing caused. {@code seed} names it: the same seed at the same time is
     * the same event.
     */
    public static Envelope root(
            String source, String event, String subject, Instant time, String seed) {
        var id = EventId.derived(time, event + "|" + subject + "|" + seed);
        return new Envelope(id, TYPE_PREFIX + event, source, subject, time, Trail.startingAt(id));
    }

    /**
     * For an event that this one caused. Its id is derived from the delivery (without one: from
     * this event), the kind of event, the subject and {@code step}, so a repeat is the same event
     * and not a second one.
     */
    public Envelope causes(
            String newSource, String event, String newSubject, String step, Instant now) {
        var origin = trail.delivery().isEmpty() ? id : trail.delivery();
        var newId =
                EventId.derived(
                        EventId.timeOf(origin), String.join("|", origin, event, newSubject, step));
        return new Envelope(
                newId,
                TYPE_PREFIX + event,
                newSource,
                newSubject,
                now,
                trail.followedBy(id, newId));
    }

    public Envelope within(String delivery) {
        return new Envelope(id, type, source, subject, time, trail.within(delivery));
    }

    public String delivery() {
        return trail.delivery();
    }

    public Headers writeTo(Headers headers) {
        put(headers, "ce_specversion", "1.0");
        put(headers, "ce_id", id);
        put(headers, "ce_type", type);
        put(headers, "ce_source", source);
        put(headers, "ce_subject", subject);
        put(headers, "ce_time", time.toString());
        put(headers, "traceparent", trail.traceparent());
        if (!trail.delivery().isEmpty()) {
            put(headers, "delivery", trail.delivery());
        }
        if (!trail.cause().isEmpty()) {
            put(headers, "cause", trail.cause());
        }
        return headers;
    }

    /**
     * Reads what is there; a writer that sends no envelope (an application's samples) gets one that
     * names its record.
     */
    static Envelope of(Headers headers, RecordAddress address) {
        var id =
                text(headers, "ce_id")
                        .filter(EventId::isId)
                        .orElseGet(() -> EventId.derived(address.time(), address.toString()));
        var traceparent =
                text(headers, "traceparent")
                        .filter(Trail::isTraceparent)
                        .orElseGet(() -> Trail.startingAt(id).traceparent());
        return new Envelope(
                id,
                text(headers, "ce_type").orElse(""),
                text(headers, "ce_source").orElse(""),
                text(headers, "ce_subject").orElse(""),
                text(headers, "ce_time").flatMap(Envelope::instant).orElse(address.time()),
                new Trail(
                        text(headers, "delivery").filter(EventId::isId).orElse(""),
                        text(headers, "cause").orElse(""),
                        traceparent));
    }

    private static Optional<Instant> instant(String text) {
        try {
            return Optional.of(Instant.parse(text));
        } catch (java.time.format.DateTimeParseException _) {
            return Optional.empty();
        }
    }

    private static Optional<String> text(Headers headers, String name) {
        return Optional.ofNullable(headers.lastHeader(name))
                .map(header -> header.value())
                .map(value -> new String(value, UTF_8));
    }

    private static void put(Headers headers, String name, String value) {
        headers.remove(name);
        headers.add(name, value.getBytes(UTF_8));
    }
}
