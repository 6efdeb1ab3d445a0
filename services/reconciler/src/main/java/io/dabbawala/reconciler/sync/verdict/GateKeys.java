package io.dabbawala.reconciler.sync.verdict;

import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;
import org.bouncycastle.crypto.util.PublicKeyFactory;

/** The keys the gate may sign with; several while they are exchanged. */
public final class GateKeys {

    private static final Pattern PEM =
            Pattern.compile("-----BEGIN PUBLIC KEY-----([^-]+)-----END PUBLIC KEY-----");

    private final List<Ed25519PublicKeyParameters> keys;

    private GateKeys(List<Ed25519PublicKeyParameters> keys) {
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

    private static boolean signed(
            Ed25519PublicKeyParameters key, byte[] message, byte[] signature) {
        var verifier = new Ed25519Signer();
        verifier.init(false, key);
        verifier.update(message, 0, message.length);
        return verifier.verifySignature(signature);
    }

    private static Ed25519PublicKeyParameters key(String base64) {
        try {
            var encoded = Base64.getMimeDecoder().decode(base64);
            return (Ed25519PublicKeyParameters) PublicKeyFactory.createKey(encoded);
        } catch (IOException | RuntimeException e) { // another key, or none at all
            throw new IllegalArgumentException(
                    "a PEM block is no Ed25519 public key: " + e.getMessage(), e);
        }
    }
}
