package io.dabbawala.gitwatcher.sender;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Keyed digests, and comparing what was given with what it should be. */
final class Proof {

    private static final String ALGORITHM = "HmacSHA256";

    /** Never over the text of a number or an object that was read and written again. */
    static byte[] hmac(byte[] secret, byte[]... parts) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret, ALGORITHM));
            for (var part : parts) {
                mac.update(part);
            }
            return mac.doFinal();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, e);
        }
    }

    static byte[] hmac(String secret, byte[] body) {
        return hmac(secret.getBytes(UTF_8), body);
    }

    /** In a time that depends on how long what was given is, and on nothing else. */
    static boolean isSame(String wanted, String given) {
        return MessageDigest.isEqual(wanted.getBytes(UTF_8), given.getBytes(UTF_8));
    }

    private Proof() {}
}
