package io.dabbawala.compliancegate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.util.PrivateKeyFactory;

/** Reads the key that signs verdicts. */
final class SigningKey {

    private static final String KEY = "compliance-gate.signing-key-file: ";

    /**
     * @throws IllegalArgumentException if there is no such key, with what to do about it
     */
    static Ed25519PrivateKeyParameters read(Path file) {
        var der = der(file);
        try {
            return (Ed25519PrivateKeyParameters) PrivateKeyFactory.createKey(der);
        } catch (IOException | RuntimeException e) { // another key, or none at all
            throw other(file, e);
        }
    }

    private static byte[] der(Path file) {
        try {
            return Base64.getMimeDecoder().decode(body(Files.readString(file)));
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    KEY + file + " cannot be read (openssl genpkey -algorithm ed25519 makes one)",
                    e);
        } catch (IllegalArgumentException e) {
            throw other(file, e);
        }
    }

    private static String body(String pem) {
        var start = "-----BEGIN PRIVATE KEY-----";
        var end = "-----END PRIVATE KEY-----";
        if (!pem.contains(start) || !pem.contains(end)) {
            throw new IllegalArgumentException("no PRIVATE KEY block");
        }
        return pem.substring(pem.indexOf(start) + start.length(), pem.indexOf(end));
    }

    private static IllegalArgumentException other(Path file, Exception cause) {
        return new IllegalArgumentException(
                KEY + file + " holds no Ed25519 private key as PKCS#8 in PEM", cause);
    }

    private SigningKey() {}
}
