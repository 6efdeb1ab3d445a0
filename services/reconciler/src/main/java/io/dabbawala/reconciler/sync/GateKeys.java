package io.dabbawala.reconciler.sync;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

/** The keys the gate may sign with; several while they are exchanged. */
public final class GateKeys {

    private static final Pattern PEM =
            Pattern.compile("-----BEGIN PUBLIC KEY-----([^-]+)-----END PUBLIC KEY-----");

    private final List<PublicKey> keys;

    private GateKeys(List<PublicKey> keys) {
        this.keys = List.copyOf(keys);
    }

    /**
     * @param pem one or more Ed25519 public keys as SubjectPublicKeyInfo
     * @throws IllegalArgumentException if there is no key in it
     */
    public static GateKeys of(String pem) {
        var keys = PEM.matcher(pem).results().map(found -> key(found.group(1))).toList();
        if (keys.isEmpty()) {
            throw new IllegalArgumentException("no PEM block with a PUBLIC KEY");
        }
        return new GateKeys(keys);
    }

    boolean signed(byte[] message, byte[] signature) {
        return keys.stream().anyMatch(key -> signed(key, message, signature));
    }

    private static boolean signed(PublicKey key, byte[] message, byte[] signature) {
        try {
            var verifier = Signature.getInstance("Ed25519");
            verifier.initVerify(key);
            verifier.update(message);
            return verifier.verify(signature);
        } catch (GeneralSecurityException _) { // not a signature at all
            return false;
        }
    }

    private static PublicKey key(String base64) {
        try {
            var encoded = Base64.getMimeDecoder().decode(base64);
            return KeyFactory.getInstance("Ed25519")
                    .generatePublic(new X509EncodedKeySpec(encoded));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "a PEM block is no Ed25519 public key: " + e.getMessage(), e);
        }
    }
}
