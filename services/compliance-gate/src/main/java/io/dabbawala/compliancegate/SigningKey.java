package io.dabbawala.compliancegate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.NamedParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;

/** Reads the key that signs verdicts. */
final class SigningKey {

    private static final String KEY = "compliance-gate.signing-key-file: ";

    /**
     * The pair, though the file holds the private key only.
     *
     * @throws IllegalArgumentException if there is no such key, with what to do about it
     */
    static KeyPair read(Path file) {
        try {
            var der = Base64.getMimeDecoder().decode(body(Files.readString(file)));
            var key =
                    KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(der));
            return pair((EdECPrivateKey) key);
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    KEY + file + " cannot be read (openssl genpkey -algorithm ed25519 makes one)",
                    e);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    KEY + file + " holds no Ed25519 private key as PKCS#8 in PEM", e);
        }
    }

    /** The JDK makes the public key only together with its private one, out of 32 random bytes. */
    private static KeyPair pair(EdECPrivateKey key) throws GeneralSecurityException {
        var seed = key.getBytes().orElseThrow(() -> new GeneralSecurityException("no key bytes"));
        var generator = KeyPairGenerator.getInstance("Ed25519");
        generator.initialize(NamedParameterSpec.ED25519, new Given(seed));
        return new KeyPair(generator.generateKeyPair().getPublic(), key);
    }

    private static String body(String pem) {
        var start = "-----BEGIN PRIVATE KEY-----";
        var end = "-----END PRIVATE KEY-----";
        if (!pem.contains(start) || !pem.contains(end)) {
            throw new IllegalArgumentException("no PRIVATE KEY block");
        }
        return pem.substring(pem.indexOf(start) + start.length(), pem.indexOf(end));
    }

    /** Not random at all: always these bytes. */
    private static final class Given extends SecureRandom {

        private static final long serialVersionUID = 1L;

        private final byte[] bytes;

        Given(byte[] bytes) {
            this.bytes = bytes.clone();
        }

        @Override
        public void nextBytes(byte[] target) {
            System.arraycopy(bytes, 0, target, 0, target.length);
        }
    }

    private SigningKey() {}
}
