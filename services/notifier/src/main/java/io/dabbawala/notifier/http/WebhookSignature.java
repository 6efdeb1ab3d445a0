package io.dabbawala.notifier.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Standard Webhooks, scheme v1: HMAC-SHA256, one signature per key while keys are exchanged. */
final class WebhookSignature {

    private static final String PREFIX = "whsec_";
    private static final String ALGORITHM = "HmacSHA256";

    static String of(List<String> keys, String content) {
        return keys.stream().map(key -> "v1," + hmac(bytes(key), content)).collect(joining(" "));
    }

    /** A key is {@code whsec_} and Base64; anything else is taken as it is. */
    private static byte[] bytes(String key) {
        if (!key.startsWith(PREFIX)) {
            return key.getBytes(UTF_8);
        }
        try {
            return Base64.getDecoder().decode(key.substring(PREFIX.length()));
        } catch (IllegalArgumentException _) {
            return key.getBytes(UTF_8);
        }
    }

    private static String hmac(byte[] key, String content) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return Base64.getEncoder().encodeToString(mac.doFinal(content.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, e);
        }
    }

    private WebhookSignature() {}
}
