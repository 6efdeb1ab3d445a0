package io.dabbawala.platform;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;
import java.util.regex.Pattern;

/** Ids of events and deliveries: UUIDv7 (RFC 9562), so that they sort by time. */
public final class EventId {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Pattern UUID_7 =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");

    /** A new id for something that nothing in the system caused. */
    public static String random(Instant now) {
        return uuid7(now.toEpochMilli(), RANDOM.nextLong(), RANDOM.nextLong());
    }

    /**
     * The id that this seed always has; its time is {@code at}, which must be as stable as the
     * seed.
     */
    public static String derived(Instant at, String seed) {
        var hash = ByteBuffer.wrap(Digests.sha256(seed));
        return uuid7(at.toEpochMilli(), hash.getLong(), hash.getLong());
    }

    /** The time inside a UUIDv7. */
    public static Instant timeOf(String id) {
        return Instant.ofEpochMilli(UUID.fromString(id).getMostSignificantBits() >>> 16);
    }

    static boolean isId(String text) {
        return UUID_7.matcher(text).matches();
    }

    private static String uuid7(long millis, long high, long low) {
        var most = (millis << 16) | 0x7000L | (high & 0x0FFFL);
        var least = (low & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(most, least).toString();
    }

    private EventId() {}
}
