package io.dabbawala.platform;

import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * How an event hangs together with others: the delivery it belongs to and the event that caused it,
 * each empty where there is none, and the W3C trace context.
 */
public record Trail(String delivery, String cause, String traceparent) {

    private static final int VERSION_AND_TRACE = 36;
    private static final Pattern TRACEPARENT =
            Pattern.compile("00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}");

    /** The start of a trail: a trace of its own, named after the event that starts it. */
    static Trail startingAt(String id) {
        var trace = HexFormat.of().formatHex(Digests.sha256(id), 0, 16);
        return new Trail("", "", "00-%s-%s-01".formatted(trace, spanOf(id)));
    }

    /**
     * The trail of an event that {@code causeId} caused: same delivery, same trace, its own span.
     */
    Trail followedBy(String causeId, String id) {
        return new Trail(
                delivery,
                causeId,
                traceparent.substring(0, VERSION_AND_TRACE) + spanOf(id) + "-01");
    }

    Trail within(String newDelivery) {
        return new Trail(newDelivery, cause, traceparent);
    }

    static boolean isTraceparent(String text) {
        return TRACEPARENT.matcher(text).matches();
    }

    private static String spanOf(String id) {
        return HexFormat.of().formatHex(Digests.sha256(id), 16, 24);
    }
}
