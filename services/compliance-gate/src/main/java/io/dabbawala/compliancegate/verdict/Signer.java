package io.dabbawala.compliancegate.verdict;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.dabbawala.compliancegate.document.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;
import org.bouncycastle.crypto.util.SubjectPublicKeyInfoFactory;

/** Signs statements as DSSE envelopes, with Ed25519. */
public final class Signer {

    private static final String PAYLOAD_TYPE = "application/vnd.in-toto+json";

    private final Ed25519PrivateKeyParameters key;
    private final String keyId;

    public Signer(Ed25519PrivateKeyParameters key) {
        this.key = key;
        this.keyId = keyId(key.generatePublicKey());
    }

    /** Hexadecimal SHA-256 of the public key's SPKI. */
    public String keyId() {
        return keyId;
    }

    /** The envelope around this statement, as JSON. */
    public String sign(Map<String, Object> statement) {
        var payload = Json.write(statement).getBytes(UTF_8);
        var envelope = new LinkedHashMap<String, Object>();
        envelope.put("payloadType", PAYLOAD_TYPE);
        envelope.put("payload", base64(payload));
        envelope.put(
                "signatures", List.of(Map.of("keyid", keyId, "sig", base64(signature(payload)))));
        return Json.write(envelope);
    }

    private byte[] signature(byte[] payload) {
        var message = preAuthentication(payload);
        var signer = new Ed25519Signer();
        signer.init(true, key);
        signer.update(message, 0, message.length);
        return signer.generateSignature();
    }

    /** What DSSE signs: the type and the payload, each with its length. */
    private static byte[] preAuthentication(byte[] payload) {
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(
                "DSSEv1 %d %s %d "
                        .formatted(PAYLOAD_TYPE.length(), PAYLOAD_TYPE, payload.length)
                        .getBytes(US_ASCII));
        bytes.writeBytes(payload);
        return bytes.toByteArray();
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static String keyId(Ed25519PublicKeyParameters key) {
        try {
            var spki = SubjectPublicKeyInfoFactory.createSubjectPublicKeyInfo(key).getEncoded();
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(spki));
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("every JDK has SHA-256, every key an encoding", e);
        }
    }
}
