package io.dabbawala.gitwatcher.sender;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;

/**
 * A symmetric signature by the Standard Webhooks specification: {@code v1,} and the Base64 of the
 * HMAC-SHA256 of {@code id.timestamp.body}. Several may be given, for a secret that is exchanged.
 *
 * @param timestamp seconds since 1970 as they were sent
 */
record StandardSignature(String id, String timestamp, String signatures, byte[] body) {

    static final String ID = "webhook-id";
    static final String HEADER = "webhook-signature";

    /** Five minutes, as the specification's own libraries take it. */
    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    private static final int MOST = 8;
    private static final String PREFIX = "whsec_";

    static StandardSignature of(Delivery delivery) {
        var headers = delivery.headers();
        return new StandardSignature(
                headers.only(ID),
                headers.only("webhook-timestamp"),
                headers.only(HEADER),
                delivery.body());
    }

    boolean isMadeWith(String secret, Instant now) {
        var signed = (id + "." + timestamp + ".").getBytes(UTF_8);
        var wanted =
                "v1," + Base64.getEncoder().encodeToString(Proof.hmac(key(secret), signed, body));
        var right = 0;
        for (var given : signatures.split(" ", MOST)) {
            right += Proof.isSame(wanted, given) ? 1 : 0;
        }
        return isNear(now) && !id.isEmpty() && right > 0;
    }

    private boolean isNear(Instant now) {
        try {
            var sent = Instant.ofEpochSecond(Long.parseLong(timestamp));
            return Duration.between(sent, now).abs().compareTo(TOLERANCE) <= 0;
        } catch (NumberFormatException | DateTimeException | ArithmeticException _) {
            return false;
        }
    }

    /** Secrets are written {@code whsec_} and the Base64 of the key; others are the key itself. */
    private static byte[] key(String secret) {
        if (!secret.startsWith(PREFIX)) {
            return secret.getBytes(UTF_8);
        }
        try {
            return Base64.getDecoder().decode(secret.substring(PREFIX.length()));
        } catch (IllegalArgumentException _) {
            return secret.getBytes(UTF_8);
        }
    }
}
