package io.dabbawala.reconciler.sync;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.dabbawala.reconciler.object.Json;
import io.dabbawala.reconciler.sync.verdict.Attestation;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Signs as the gate does, and lets a test change a word before. */
public final class TestGate {

    private final KeyPair keys;

    public TestGate() {
        try {
            keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public String publicKey() {
        return "-----BEGIN PUBLIC KEY-----\n%s\n-----END PUBLIC KEY-----\n"
                .formatted(Base64.getEncoder().encodeToString(keys.getPublic().getEncoded()));
    }

    /** What is attested. */
    public record Claim(
            String application,
            long generation,
            String digest,
            String planDigest,
            String cluster,
            Instant validUntil) {}

    public String attest(Claim claim) {
        return attest(claim, Map.of());
    }

    /**
     * @param predicate members of the predicate that replace the usual
     */
    public String attest(Claim claim, Map<String, Object> predicate) {
        var usual = new HashMap<String, Object>();
        usual.put("verificationResult", "PASSED");
        usual.put(
                "dabbawala",
                Map.of(
                        "generation", claim.generation(),
                        "planDigest", claim.planDigest(),
                        "cluster", claim.cluster(),
                        "validUntil", claim.validUntil().toString()));
        usual.putAll(predicate);
        var sha256 = claim.digest().replace("sha256:", "");
        return envelope(
                Map.of(
                        "_type",
                        "https://in-toto.io/Statement/v1",
                        "subject",
                        List.of(
                                Map.of(
                                        "name",
                                        claim.application(),
                                        "digest",
                                        Map.of("sha256", sha256))),
                        "predicateType",
                        "https://slsa.dev/verification_summary/v1",
                        "predicate",
                        usual));
    }

    public String envelope(Map<String, Object> statement) {
        var payload = Json.write(statement).getBytes(UTF_8);
        return Json.write(
                Map.of(
                        "payloadType",
                        "application/vnd.in-toto+json",
                        "payload",
                        base64(payload),
                        "signatures",
                        List.of(
                                Map.of(
                                        "keyid",
                                        "test",
                                        "sig",
                                        base64(
                                                sign(
                                                        Attestation.preAuthenticationEncoding(
                                                                payload)))))));
    }

    private byte[] sign(byte[] message) {
        try {
            var signature = Signature.getInstance("Ed25519");
            signature.initSign(keys.getPrivate());
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
